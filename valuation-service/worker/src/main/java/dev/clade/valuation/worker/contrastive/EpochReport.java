package dev.clade.valuation.worker.contrastive;

import java.util.OptionalDouble;

/**
 * How an epoch went.
 *
 * @param epoch number of the epoch, from 1
 * @param everything whether all losses took part, or the contrast of views alone
 * @param losses losses on average over its steps
 * @param health what the vectors look like after it
 * @param score what validation gave, where there was one
 * @param diverged how many times the training was not finite and went back, so far
 */
public record EpochReport(
    int epoch,
    boolean everything,
    LossMeans losses,
    Health health,
    OptionalDouble score,
    int diverged) {}

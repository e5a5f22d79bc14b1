package dev.clade.valuation.worker.evaluation;

import dev.clade.valuation.worker.diffusion.TrainerOptions;
import java.util.BitSet;

/**
 * What to evaluate.
 *
 * @param coalition contributors that take part, as bits
 * @param replicate number of the training seed, from 0
 * @param seed root of the run's randomness
 * @param options how the model is trained and sampled
 */
public record EvaluationRequest(
    BitSet coalition, int replicate, long seed, TrainerOptions options) {}

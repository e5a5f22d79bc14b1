package dev.clade.valuation.server.domain;

import java.util.UUID;

/**
 * What an active run could use workers for.
 *
 * @param run the run
 * @param priority runs of higher priority get all workers that they can use first
 * @param share weight among runs of the same priority, above 0
 * @param evaluations evaluations that wait or are leased, 1 or more: more workers have nothing to
 *     do; what is far beyond any number of workers may be told as less
 * @param customTrainer name of the trainer that workers must have; empty for the built-in one
 * @param traceparent W3C trace context of the call that made the run; may be empty
 */
public record RunDemand(
    UUID run,
    int priority,
    double share,
    int evaluations,
    String customTrainer,
    String traceparent) {}

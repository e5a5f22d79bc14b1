package dev.clade.valuation.server.domain;

/**
 * What a run is asked to do, every default filled in.
 *
 * @param imageSet id of the image set
 * @param trainer how models are trained
 * @param utility name of the utility that is shared out
 * @param estimator how values are computed
 * @param coalitionBudget distinct coalitions to train, empty and grand included
 * @param replicateCount trainings of each coalition
 * @param seed root of all randomness
 */
public record RunSpec(
    String imageSet,
    TrainerSettings trainer,
    String utility,
    EstimatorKind estimator,
    int coalitionBudget,
    int replicateCount,
    long seed) {}

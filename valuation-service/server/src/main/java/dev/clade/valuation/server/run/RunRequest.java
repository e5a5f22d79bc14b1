package dev.clade.valuation.server.run;

import dev.clade.valuation.server.domain.EstimatorKind;
import dev.clade.valuation.server.domain.TrainerSettings;
import java.util.Optional;

/**
 * A run as it is asked for; a zero or an empty text means the default.
 *
 * @param requestId UUID that makes the request idempotent
 * @param imageSet resource name
 * @param trainer how models are trained
 * @param utility name of the utility
 * @param estimator how values are computed
 * @param coalitionBudget distinct coalitions to train
 * @param replicateCount trainings of each coalition
 * @param seed root of all randomness
 * @param traceparent W3C trace context of the call; may be empty
 */
public record RunRequest(
    String requestId,
    String imageSet,
    TrainerSettings trainer,
    String utility,
    Optional<EstimatorKind> estimator,
    int coalitionBudget,
    int replicateCount,
    long seed,
    String traceparent) {}

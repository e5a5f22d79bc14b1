package dev.clade.valuation.server.run;

import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.TrainerSettings;
import java.util.Optional;

/**
 * A run as it is asked for; a zero or an empty text means the default.
 *
 * @param requestId UUID that makes the request idempotent
 * @param imageSet resource name; empty when a set of contributors is given
 * @param contributorSet resource name; empty when an image set is given
 * @param trainer how models are trained
 * @param utility name of the utility
 * @param estimator how values are computed
 * @param coalitionBudget distinct coalitions to train
 * @param replicateCount trainings of each coalition
 * @param seed root of all randomness
 * @param priority runs of higher priority get workers first
 * @param share weight among runs of the same priority
 * @param budget the most that it may use
 * @param precision how sure values are to be
 * @param reuse whether evaluations of other runs are taken over
 * @param traceparent W3C trace context of the call; may be empty
 */
public record RunRequest(
    String requestId,
    String imageSet,
    String contributorSet,
    TrainerSettings trainer,
    String utility,
    Optional<EstimatorKind> estimator,
    int coalitionBudget,
    int replicateCount,
    long seed,
    int priority,
    double share,
    WantedBudget budget,
    Optional<PrecisionTarget> precision,
    boolean reuse,
    String traceparent) {}

package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import java.time.Duration;

/**
 * The right to work on an evaluation for some time.
 *
 * @param id identifies the lease
 * @param valuation resource name of the run
 * @param imageSet resource name of the images
 * @param request what to evaluate
 * @param checkpoint resource name of what fine-tuning starts from; may be empty where nothing does
 * @param duration how long the lease holds from its start or its last renewal
 * @param traceparent W3C trace context of the call that created the run; may be empty
 */
public record Lease(
    String id,
    String valuation,
    String imageSet,
    EvaluationRequest request,
    String checkpoint,
    Duration duration,
    String traceparent) {}

package dev.clade.valuation.worker.lease;

import java.time.Duration;

/**
 * The right to work on an evaluation for some time.
 *
 * @param id identifies the lease
 * @param valuation resource name of the run
 * @param work what it is for
 * @param duration how long the lease holds from its start or its last renewal
 * @param traceparent W3C trace context of the call that created the run; may be empty
 */
public record Lease(
    String id, String valuation, Work work, Duration duration, String traceparent) {}

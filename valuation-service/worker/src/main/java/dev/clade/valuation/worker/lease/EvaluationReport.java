package dev.clade.valuation.worker.lease;

import java.time.Duration;
import java.util.Map;

/**
 * What an evaluation gave.
 *
 * @param utilities by name, all finite
 * @param referenceHash identifies the reference model that they were measured with
 * @param duration time spent on it alone, without what is prepared once for many, so that others
 *     may be expected to take as long
 */
public record EvaluationReport(
    Map<String, Double> utilities, String referenceHash, Duration duration) {}

package dev.clade.valuation.document;

import com.google.gson.JsonElement;

/**
 * What a payout says of its run.
 *
 * @param name such as {@code valuations/{id}}
 * @param data what was valued, such as {@code imageSets/{id}}
 * @param trainer how models were trained
 * @param utility name of the run's own utility
 * @param estimator name of the estimator, such as {@code SIZE_ADJUSTED}
 * @param coalitionBudget distinct coalitions of the plan
 * @param replicateCount trainings of each
 * @param seed root of all randomness, as decimal text: JSON's numbers do not hold it
 * @param state where the run stood, such as {@code SUCCEEDED}
 */
public record RunRecord(
    String name,
    String data,
    JsonElement trainer,
    String utility,
    String estimator,
    int coalitionBudget,
    int replicateCount,
    String seed,
    String state) {}

package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.evaluation.Interval;

/**
 * How well labels were filled in.
 *
 * @param predictor who filled them in
 * @param task which labels
 * @param shots examples a class; 0 with all of them
 * @param accuracy share of test rows that are right
 * @param macroF1 F1 averaged over the classes that test rows have
 * @param right for each test row how often it was right, 0 to 1 over the draws, to compare by
 */
public record LabelScore(
    String predictor,
    String task,
    int shots,
    Interval accuracy,
    Interval macroF1,
    double[] right) {}

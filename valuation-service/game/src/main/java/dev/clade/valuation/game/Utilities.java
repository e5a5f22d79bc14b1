package dev.clade.valuation.game;

import java.util.Collection;

/**
 * The utilities of one coalition's replicates, summarized.
 *
 * @param count replicates, at least 1
 * @param mean their mean
 * @param squaredDeviations sum of their squared deviations from the mean
 */
public record Utilities(int count, double mean, double squaredDeviations) {

  /** Returns the summary of at least one value; two passes, in the order given. */
  static Utilities of(Collection<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.size();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Utilities(values.size(), mean, squares);
  }
}

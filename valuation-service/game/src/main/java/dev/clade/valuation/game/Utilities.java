package dev.clade.valuation.game;

import java.util.List;

/**
 * The utilities of one coalition's replicates with their summary.
 *
 * @param values one a replicate, in the order of replicate numbers; at least 1
 * @param mean their mean
 * @param squaredDeviations sum of their squared deviations from the mean
 */
public record Utilities(List<Double> values, double mean, double squaredDeviations) {

  /** Copies the list. */
  public Utilities {
    values = List.copyOf(values);
  }

  /** Returns how many replicates there are. */
  public int count() {
    return values.size();
  }

  /** Returns the summary of at least one value; two passes, in the order given. */
  static Utilities of(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.size();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Utilities(values, mean, squares);
  }
}

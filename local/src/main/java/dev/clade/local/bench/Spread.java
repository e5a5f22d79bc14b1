package dev.clade.local.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * Several measurements of one thing.
 *
 * @param least the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param most the largest
 */
public record Spread(double least, double median, double most) {

  /** Returns the spread of one measurement or more. */
  public static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, Arrays.stream(sorted).max().getAsDouble());
  }

  /** Returns the median and the range, with so many digits behind the point. */
  public String toString(int digits) {
    String number = "%,." + digits + "f";
    return "%1$s (%1$s to %1$s)".formatted(number).formatted(median, least, most);
  }

  @Override
  public String toString() {
    return toString(0);
  }
}

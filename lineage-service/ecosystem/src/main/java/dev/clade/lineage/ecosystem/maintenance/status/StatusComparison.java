package dev.clade.lineage.ecosystem.maintenance.status;

import dev.clade.lineage.ecosystem.rank.MannWhitney;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Whether something is larger of high models than of low ones, such as downloads.
 *
 * @param high how many high models have it
 * @param low how many low models have it
 * @param missing how many models have it not
 * @param medianHigh of the high models; NaN of none, as of the low
 * @param medianLow of the low models
 * @param test of the high against the low, whose effect is Cliff's δ; empty when either are none
 */
public record StatusComparison(
    int high,
    int low,
    int missing,
    double medianHigh,
    double medianLow,
    Optional<MannWhitney> test) {
  /**
   * Compares, in O(n log n).
   *
   * @param values by model, in the order of the status; NaN where there is none
   */
  public static StatusComparison of(MaintenanceStatus status, double[] values) {
    if (values.length != status.models()) {
      throw new IllegalArgumentException(
          "%d values cannot be those of %d models".formatted(values.length, status.models()));
    }
    double[] high = known(values, status.high(), true);
    double[] low = known(values, status.high(), false);
    return new StatusComparison(
        high.length,
        low.length,
        values.length - high.length - low.length,
        new Median().evaluate(high),
        new Median().evaluate(low),
        high.length == 0 || low.length == 0
            ? Optional.empty()
            : Optional.of(MannWhitney.of(high, low)));
  }

  private static double[] known(double[] values, BitSet group, boolean inside) {
    DoubleStream found =
        IntStream.range(0, values.length)
            .filter(i -> group.get(i) == inside && !Double.isNaN(values[i]))
            .mapToDouble(i -> values[i]);
    return found.toArray();
  }
}

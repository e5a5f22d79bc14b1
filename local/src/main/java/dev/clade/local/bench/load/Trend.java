package dev.clade.local.bench.load;

import dev.clade.local.bench.Spread;
import java.util.List;

/**
 * Whether something still grows late in a run: what it was in the run's third quarter and in its
 * last. The first half is for what grows until it is warm.
 *
 * @param before median of the third quarter
 * @param after median of the last quarter
 */
record Trend(double before, double after) {
  private static final int QUARTERS = 4;

  /** Returns the trend of samples taken at equal times, four at least. */
  static Trend of(List<Double> samples) {
    int count = samples.size();
    if (count < QUARTERS) {
      throw new IllegalArgumentException("%d samples have no quarters".formatted(count));
    }
    int last = count - count / QUARTERS;
    return new Trend(
        Spread.of(samples.subList(last - count / QUARTERS, last)).median(),
        Spread.of(samples.subList(last, count)).median());
  }

  /** Returns by how much it grew. */
  double rise() {
    return after - before;
  }

  /** Returns by how many hundredths of what it was it grew. */
  double percent() {
    return 100 * rise() / before;
  }
}

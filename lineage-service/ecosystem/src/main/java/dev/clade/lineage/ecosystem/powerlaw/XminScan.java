package dev.clade.lineage.ecosystem.powerlaw;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.IntStream;

/** Tries every observed value as the xmin of a power law. */
final class XminScan {
  /** Of so many values one is tried first, so that most others can be given up early. */
  private static final int SAMPLE = 32;

  /** A tail is looked at in these steps: the coarse look finds most bad ones. */
  private static final int[] STEPS = {32, 1};

  private record Candidate(int index, PowerLaw law, double distance) {}

  private XminScan() {}

  static Optional<PowerLawFit> best(CountedValues values) {
    int end = end(values);
    // Only tails that are worse than one already seen are given up, so that the order in which
    // threads get to them has no part in the result.
    DoubleAccumulator least = new DoubleAccumulator(Math::min, Double.MAX_VALUE);
    for (int index = 0; index < end; index += SAMPLE) {
      least.accumulate(candidate(values, index, least.get()).distance());
    }
    return IntStream.range(0, end)
        .parallel()
        .mapToObj(
            index -> {
              Candidate candidate = candidate(values, index, least.get());
              least.accumulate(candidate.distance());
              return candidate;
            })
        .min(Comparator.comparingDouble(Candidate::distance).thenComparingInt(Candidate::index))
        .map(best -> PowerLawFit.of(values, best.index(), best.law(), best.distance()));
  }

  /**
   * Returns whether any observed value makes an xmin whose law is closer to its tail than some
   * distance.
   *
   * @param near the value to begin with
   */
  static boolean anyCloser(CountedValues values, long near, double distance) {
    int end = end(values);
    int start = 0;
    while (start < end && values.value(start) < near) {
      start++;
    }
    return IntStream.concat(IntStream.range(start, end), IntStream.range(0, start))
        .anyMatch(index -> candidate(values, index, distance).distance() < distance);
  }

  /** Returns the first index whose tail is too small. */
  private static int end(CountedValues values) {
    int end = 0;
    while (end < values.size() - 1 && values.tail(end) >= PowerLawFit.SMALLEST_TAIL) {
      end++;
    }
    return end;
  }

  private static Candidate candidate(CountedValues values, int index, double bound) {
    PowerLaw law = PowerLawFit.likeliest(values, index);
    return new Candidate(index, law, distance(values, index, law, bound));
  }

  /**
   * Returns the distance of a law from the tail from an index on, or something above the bound when
   * it is.
   */
  static double distance(CountedValues values, int index, PowerLaw law, double bound) {
    HurwitzZeta zeta = new HurwitzZeta(law.alpha(), law.xmin());
    double wholeLaw = zeta.at(law.xmin());
    double wholeTail = values.tail(index);
    double largest = 0;
    for (int step : STEPS) {
      for (int i = index; i < values.size() && largest <= bound; i += step) {
        double expected = zeta.at(values.value(i), values.logarithm(i)) / wholeLaw;
        largest = Math.max(largest, Math.abs(expected - values.tail(i) / wholeTail));
      }
    }
    return largest;
  }
}

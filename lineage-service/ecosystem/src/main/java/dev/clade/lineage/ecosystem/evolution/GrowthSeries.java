package dev.clade.lineage.ecosystem.evolution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many repositories of a kind there are by month.
 *
 * @param kind of which kind, such as {@code models}
 * @param name {@link #NEW} or {@link #CUMULATIVE}
 * @param months the months
 * @param counts one a month
 * @param growth how they grow; nothing when months are fewer than four, or one has none
 */
record GrowthSeries(
    String kind, String name, Months months, List<Long> counts, Optional<Growth> growth) {
  /** Those created in each month. */
  static final String NEW = "new";

  /** Those created up to the end of each month, the ones before the first month included. */
  static final String CUMULATIVE = "cumulative";

  private static final int FEWEST_MONTHS = 4;

  /** Keeps an unchangeable copy. */
  GrowthSeries {
    counts = List.copyOf(counts);
  }

  /** Returns the new and the cumulative series of a kind. */
  static List<GrowthSeries> of(KindEvolution found) {
    Months months = found.months();
    long[] created = found.created(months);
    return List.of(
        of(found, NEW, months, created),
        of(found, CUMULATIVE, months, Growth.cumulative(created, found.before())));
  }

  private static GrowthSeries of(KindEvolution found, String name, Months months, long[] counts) {
    boolean fits = counts.length >= FEWEST_MONTHS && Arrays.stream(counts).allMatch(n -> n > 0);
    return new GrowthSeries(
        found.kind().collection(),
        name,
        months,
        Arrays.stream(counts).boxed().toList(),
        fits ? Optional.of(Growth.of(counts)) : Optional.empty());
  }
}

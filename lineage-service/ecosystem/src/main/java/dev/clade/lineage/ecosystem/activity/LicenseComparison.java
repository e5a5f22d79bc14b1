package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.rank.DunnPair;
import dev.clade.lineage.ecosystem.rank.KruskalWallis;
import dev.clade.lineage.ecosystem.rank.MannWhitney;
import dev.clade.lineage.ecosystem.rank.RankedGroups;
import dev.clade.lineage.ecosystem.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measure's values by group of licenses. The study's abstract says only that its groups differ
 * significantly; the tests and effect sizes are ours.
 *
 * @param groups what each group has; groups without a value are left out
 * @param test whether the groups differ, unknown licenses left out; empty with fewer than two
 *     groups
 * @param pairs which of them do
 */
public record LicenseComparison(
    Map<LicenseGroup, Summary> groups, Optional<KruskalWallis> test, List<Pair> pairs) {
  /**
   * Two groups.
   *
   * @param first the group that a positive difference says is the more active
   * @param second the other
   * @param dunn Dunn's test of the two
   * @param a12 how likely a repository of the first has more than one of the second, equal ones
   *     counting half, 0 to 1 (Vargha and Delaney 2000)
   */
  public record Pair(LicenseGroup first, LicenseGroup second, DunnPair dunn, double a12) {
    /** Returns Cliff's δ = 2·A₁₂ − 1, −1 to 1. */
    public double cliffsDelta() {
      return 2 * a12 - 1;
    }
  }

  /** Keeps unchangeable copies. */
  public LicenseComparison {
    groups = Collections.unmodifiableMap(new EnumMap<>(groups));
    pairs = List.copyOf(pairs);
  }

  static LicenseComparison of(Map<LicenseGroup, long[]> values) {
    Map<LicenseGroup, Summary> summaries = new EnumMap<>(LicenseGroup.class);
    List<LicenseGroup> tested = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    values.forEach(
        (group, column) -> {
          if (column.length > 0) {
            summaries.put(group, Summary.of(column));
          }
          if (column.length > 0 && group != LicenseGroup.UNKNOWN) {
            tested.add(group);
            columns.add(Arrays.stream(column).asDoubleStream().toArray());
          }
        });
    if (tested.size() < 2) {
      return new LicenseComparison(summaries, Optional.empty(), List.of());
    }
    RankedGroups ranked = RankedGroups.of(columns);
    List<Pair> pairs = new ArrayList<>();
    for (DunnPair dunn : DunnPair.of(ranked)) {
      MannWhitney effect = MannWhitney.of(columns.get(dunn.first()), columns.get(dunn.second()));
      pairs.add(new Pair(tested.get(dunn.first()), tested.get(dunn.second()), dunn, effect.a12()));
    }
    return new LicenseComparison(summaries, Optional.of(KruskalWallis.of(ranked)), pairs);
  }
}

package dev.clade.lineage.server.family;

import dev.clade.lineage.ecosystem.concentration.Gini;
import dev.clade.lineage.graph.family.Family;
import java.util.Arrays;
import java.util.List;

/**
 * What holds of a family as a whole.
 *
 * @param generationSizes members of each generation, from 0 on
 * @param childCountGini Gini coefficient of the members' numbers of direct derivatives, in [0, 1)
 */
public record FamilyOverview(List<Long> generationSizes, double childCountGini) {
  /** Keeps an unchangeable copy of the sizes. */
  public FamilyOverview {
    generationSizes = List.copyOf(generationSizes);
  }

  /** Returns the overview of a family, in O(n log n + edges). */
  public static FamilyOverview of(Family family) {
    long[] childCounts = new long[family.members().size()];
    for (int place = 0; place < childCounts.length; place++) {
      childCounts[place] = family.childCount(place);
    }
    return new FamilyOverview(
        Arrays.stream(family.generationSizes()).boxed().toList(), Gini.of(childCounts));
  }
}

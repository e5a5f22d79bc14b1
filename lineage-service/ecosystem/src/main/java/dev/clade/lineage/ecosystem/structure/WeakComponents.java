package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.RelationFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which models hang together when directions do not count (Stalnaker et al., arXiv 2502.04484).
 *
 * @param sizes of each component, how many models it has; a model by itself is a component of one
 * @param largest the largest components, most models first, of equal ones by their first model
 */
public record WeakComponents(Distribution sizes, List<Component> largest) {
  /** Keeps an unchangeable copy of the list. */
  public WeakComponents {
    largest = List.copyOf(largest);
  }

  /**
   * Returns the components of a graph, in O(models + edges · log models) and, for each of the
   * largest, O(models + its roots · its edges).
   *
   * @param limit how many of the largest components to describe, at least 0
   */
  public static WeakComponents of(DerivationGraph graph, int limit) {
    var sets =
        dev.clade.lineage.graph.component.WeakComponents.of(graph.bases(), RelationFilter.ALL);
    int[] firsts =
        IntStream.range(graph.firstModel(), graph.endModel())
            .filter(model -> sets.component(model) == model)
            .toArray();
    Distribution sizes = Distribution.of(IntStream.of(firsts).map(sets::size));
    int[] chosen =
        IntStream.of(firsts)
            .boxed()
            .sorted(Comparator.comparingInt(sets::size).reversed().thenComparing(first -> first))
            .limit(limit)
            .mapToInt(Integer::intValue)
            .toArray();
    Circles circles = Circles.of(graph);
    List<Component> largest = new ArrayList<>();
    for (int first : chosen) {
      int[] members =
          IntStream.range(first, graph.endModel())
              .filter(model -> sets.component(model) == first)
              .toArray();
      largest.add(Component.of(graph, circles, members));
    }
    return new WeakComponents(sizes, largest);
  }
}

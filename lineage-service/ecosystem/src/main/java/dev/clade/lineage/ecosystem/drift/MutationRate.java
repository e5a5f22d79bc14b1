package dev.clade.lineage.ecosystem.drift;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How much of a trait changes in a derivation, on average (Laufer et al., arXiv 2508.06811).
 *
 * <p>A derivation in which both models have the trait counts with 1 − |A ∩ B| / |A ∪ B|, that is
 * one less the Jaccard index of both models' values: 0 when they are equal, 1 when nothing is kept.
 *
 * @param mutations the sum over all derivations
 * @param edges how many derivations there are in which both models have the trait
 */
public record MutationRate(double mutations, long edges) {
  /** Of no derivation. */
  public static final MutationRate NONE = new MutationRate(0, 0);

  /**
   * Returns the mutation rate over a graph's derivations.
   *
   * @param traits a model's values of the trait by node, empty when it has none
   */
  public static MutationRate of(DerivationGraph graph, IntFunction<Set<String>> traits) {
    MutationRate rate = NONE;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      Set<String> own = graph.baseCount(model) == 0 ? Set.of() : traits.apply(model);
      for (int i = 0; i < graph.baseCount(model) && !own.isEmpty(); i++) {
        rate = rate.plus(of(traits.apply(graph.base(model, i)), own));
      }
    }
    return rate;
  }

  /** Returns the mutation rate of one derivation: {@link #NONE} unless both sides have values. */
  public static MutationRate of(Set<String> base, Set<String> derived) {
    return base.isEmpty() || derived.isEmpty()
        ? NONE
        : new MutationRate(jaccardDistance(base, derived), 1);
  }

  /** Returns the mutation rate of these derivations and others. */
  public MutationRate plus(MutationRate others) {
    return new MutationRate(mutations + others.mutations, edges + others.edges);
  }

  /** Returns the mean mutation, 0 to 1; NaN when there is no derivation to tell it from. */
  public double rate() {
    return mutations / edges;
  }

  private static double jaccardDistance(Set<String> left, Set<String> right) {
    long common = left.stream().filter(right::contains).count();
    return 1 - common / (double) (left.size() + right.size() - common);
  }
}

package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.graph.license.LicenseChange;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How licenses change from base models to those derived from them (Stalnaker et al., arXiv
 * 2502.04484).
 *
 * <p>The study counts the steps of all chains, so a derivation counts as often as chains pass it
 * and families with long chains weigh most. Counted once each, derivations give another picture;
 * {@link #alongEdges} does that, {@link DepthFirstChains} has the study's.
 *
 * @param counts how many steps or derivations are of each class; all classes are keys
 * @param changes which licenses became which, where they differ and both models are catalogued,
 *     most frequent first, then by licenses
 */
public record LicenseDifferences(Map<LicenseChange, Long> counts, List<LicenseTransition> changes) {
  /** Keeps unchangeable copies. */
  public LicenseDifferences {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    changes = List.copyOf(changes);
  }

  /**
   * Returns the differences along all derivations, each counted once.
   *
   * @param licenses the licenses that a model of the snapshot declares, by node
   */
  public static LicenseDifferences alongEdges(
      DerivationGraph graph, IntFunction<Set<String>> licenses) {
    LicenseTally tally = new LicenseTally(graph.snapshot(), licenses);
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        tally.add(graph.base(model, i), model);
      }
    }
    return tally.differences();
  }

  /** Returns how many steps or derivations there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many of them are known to differ in licenses. */
  public long differing() {
    return total() - counts.get(LicenseChange.SAME) - counts.get(LicenseChange.UNKNOWN);
  }
}

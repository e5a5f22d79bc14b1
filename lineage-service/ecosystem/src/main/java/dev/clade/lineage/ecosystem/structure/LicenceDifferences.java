package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How licences change from base models to those derived from them (Stalnaker et al., arXiv
 * 2502.04484).
 *
 * <p>The study counts the steps of all chains, so a derivation counts as often as chains pass it
 * and families with long chains weigh most. Counted once each, derivations give another picture;
 * {@link #alongEdges} does that, {@link DepthFirstChains} has the study's.
 *
 * @param counts how many steps or derivations are of each class; all classes are keys
 * @param changes which licences became which, where they differ and both models are catalogued,
 *     most frequent first, then by licences
 */
public record LicenceDifferences(Map<LicenceChange, Long> counts, List<LicenceTransition> changes) {
  /** Keeps unchangeable copies. */
  public LicenceDifferences {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    changes = List.copyOf(changes);
  }

  /**
   * Returns the differences along all derivations, each counted once.
   *
   * @param licences the licences that a model of the snapshot declares, by node
   */
  public static LicenceDifferences alongEdges(
      DerivationGraph graph, IntFunction<Set<String>> licences) {
    LicenceTally tally = new LicenceTally(graph.snapshot(), licences);
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

  /** Returns how many of them are known to differ in licences. */
  public long differing() {
    return total() - counts.get(LicenceChange.SAME) - counts.get(LicenceChange.UNKNOWN);
  }
}

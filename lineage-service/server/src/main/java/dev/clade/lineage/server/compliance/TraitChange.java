package dev.clade.lineage.server.compliance;

import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.ecosystem.drift.MutationRate;
import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of a trait along a relation.
 *
 * @param edge the relation
 * @param change the change
 * @param upstream the values upstream
 * @param downstream the values downstream
 */
public record TraitChange(
    Edge edge, LicenseChange change, SortedSet<String> upstream, SortedSet<String> downstream) {
  /** Keeps unchangeable views of the values. */
  public TraitChange {
    upstream = Collections.unmodifiableSortedSet(upstream);
    downstream = Collections.unmodifiableSortedSet(downstream);
  }

  static TraitChange of(GraphSnapshot graph, Edge edge, Trait trait) {
    SortedSet<String> upstream = values(graph, edge.upstream(), trait);
    SortedSet<String> downstream = values(graph, edge.downstream(), trait);
    // What declares a relation, and so is downstream, is always catalogued.
    LicenseChange change =
        graph.isCatalogued(edge.upstream())
            ? LicenseChange.of(upstream, downstream)
            : LicenseChange.UNKNOWN;
    return new TraitChange(edge, change, upstream, downstream);
  }

  /** Returns how much changed: of one relation, or of none when a side has no values. */
  public MutationRate mutation() {
    return MutationRate.of(upstream, downstream);
  }

  /** Returns the values that both have. */
  public SortedSet<String> kept() {
    SortedSet<String> kept = new TreeSet<>(upstream);
    kept.retainAll(downstream);
    return kept;
  }

  /** Returns the values that only the upstream artifact has. */
  public SortedSet<String> lost() {
    return less(upstream, downstream);
  }

  /** Returns the values that only the downstream artifact has; none when upstream is unknown. */
  public SortedSet<String> gained() {
    return change == LicenseChange.UNKNOWN
        ? Collections.emptySortedSet()
        : less(downstream, upstream);
  }

  private static SortedSet<String> less(SortedSet<String> values, SortedSet<String> others) {
    SortedSet<String> rest = new TreeSet<>(values);
    rest.removeAll(others);
    return rest;
  }

  private static SortedSet<String> values(GraphSnapshot graph, int node, Trait trait) {
    return new TreeSet<>(trait.of(graph.attributes().profile(node)));
  }
}

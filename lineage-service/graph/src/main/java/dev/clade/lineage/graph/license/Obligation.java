package dev.clade.lineage.graph.license;

import dev.clade.lineage.graph.snapshot.Edge;
import java.util.List;

/**
 * A term that an artifact inherits.
 *
 * @param term what is asked
 * @param license identifier of the license that asks it
 * @param node the nearest artifact under that license; of equally near ones the first by name
 * @param path the edges that lead from it down to the artifact; empty when it is the artifact's own
 */
public record Obligation(LicenseTerm term, License license, int node, List<Edge> path) {
  /** Keeps an unchangeable copy of the path. */
  public Obligation {
    path = List.copyOf(path);
  }
}

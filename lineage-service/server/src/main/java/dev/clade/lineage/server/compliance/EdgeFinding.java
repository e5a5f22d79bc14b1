package dev.clade.lineage.server.compliance;

import dev.clade.lineage.graph.license.LicenseFinding;
import dev.clade.lineage.graph.snapshot.Edge;
import java.util.List;

/**
 * What is found of the licences along a relation.
 *
 * @param edge the relation
 * @param upstream licences of the artifact that the other was made from, as declared
 * @param downstream licences of the artifact that was made, as declared
 * @param finding whether these keep what those demand
 */
public record EdgeFinding(
    Edge edge, List<String> upstream, List<String> downstream, LicenseFinding finding) {
  /** Keeps unchangeable copies of the lists. */
  public EdgeFinding {
    upstream = List.copyOf(upstream);
    downstream = List.copyOf(downstream);
  }
}

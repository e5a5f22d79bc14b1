package dev.clade.lineage.server.compliance;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.server.page.EdgePage;
import java.util.List;

/**
 * What is said of the relations of a walk.
 *
 * @param walk the walk
 * @param unreachable starting names that the graph does not have
 * @param page what is said of some of them
 * @param total what is counted of them all
 */
public record EdgeAnswer<T, C>(
    Lineage walk, List<ArtifactName> unreachable, EdgePage<T> page, C total) {
  /** Keeps an unchangeable copy of the names. */
  public EdgeAnswer {
    unreachable = List.copyOf(unreachable);
  }
}

package dev.clade.lineage.server.family;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.family.Family;
import dev.clade.lineage.graph.family.FamilyWalk;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.Limit;
import dev.clade.lineage.server.lineage.ResourceNames;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Finds families in the latest snapshot. */
@Singleton
public final class FamilyFinder {
  private static final Limit NODES = new Limit("max_nodes", 100_000, 1_000_000);

  private final GraphKeeper graph;

  @Inject
  FamilyFinder(GraphKeeper graph) {
    this.graph = graph;
  }

  /**
   * Returns the family of a model. Works in proportion to the family: not for event loops.
   *
   * @param name resource name of a model
   * @param maxNodes most members to visit, 0 for the default
   * @throws CladeException when the name is missing, malformed or not a model's, the limit is out
   *     of its range, the graph has no such model, or it is still being read
   */
  public Family find(String name, int maxNodes) {
    if (name.isEmpty()) {
      throw CladeException.missingField("name");
    }
    ArtifactName model = ResourceNames.parse("name", name);
    if (model.kind() != ArtifactKind.MODEL) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "name",
          name,
          "must be the name of a model, as only they have families");
    }
    int limit = NODES.of(maxNodes);
    GraphSnapshot snapshot = graph.ready();
    int node =
        snapshot
            .find(model)
            .orElseThrow(() -> CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, name));
    return FamilyWalk.of(snapshot, node, limit);
  }
}

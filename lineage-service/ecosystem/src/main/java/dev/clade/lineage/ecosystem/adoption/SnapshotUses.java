package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.ArrayList;
import java.util.List;

/** What the catalogued spaces of a snapshot declare to use; inferred relations are left out. */
public final class SnapshotUses {
  private SnapshotUses() {}

  /** Returns the uses of all models, those included that no space uses or that spaces only name. */
  public static ModelUses of(GraphSnapshot graph) {
    ModelUses.Builder uses = new ModelUses.Builder();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.kind(node) == ArtifactKind.MODEL && graph.isCatalogued(node)) {
        uses.addModel(graph.name(node).id());
      } else if (graph.kind(node) == ArtifactKind.SPACE && graph.isCatalogued(node)) {
        uses.addSpace(models(graph, node));
      }
    }
    return uses.build();
  }

  private static List<String> models(GraphSnapshot graph, int space) {
    List<String> models = new ArrayList<>();
    Adjacency upstream = graph.upstream();
    for (int edge = upstream.start(space); edge < upstream.end(space); edge++) {
      byte label = upstream.label(edge);
      if (EdgeLabel.type(label) == RelationType.USED_IN
          && EdgeLabel.origin(label) == RelationOrigin.DECLARED
          && graph.kind(upstream.neighbor(edge)) == ArtifactKind.MODEL) {
        models.add(graph.name(upstream.neighbor(edge)).id());
      }
    }
    return models;
  }
}

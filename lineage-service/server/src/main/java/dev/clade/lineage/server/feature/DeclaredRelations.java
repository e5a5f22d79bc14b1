package dev.clade.lineage.server.feature;

import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What artifacts declare in a snapshot of the graph, with names that are those of now. A use is
 * noted at what is used, and only of what was there at the time of the set.
 *
 * @param graph the snapshot
 * @param time the set's
 */
record DeclaredRelations(GraphSnapshot graph, Instant time) {
  /** Adds the relations of an artifact to its record. */
  void addTo(RepositoryRecordBuilder record, ArtifactName name) {
    OptionalInt found = graph.find(name);
    if (found.isEmpty() || !graph.name(found.getAsInt()).equals(name)) {
      return;
    }
    int node = found.getAsInt();
    for (int i = graph.upstream().start(node); i < graph.upstream().end(node); i++) {
      Edge edge = graph.upstreamEdge(node, i);
      if (edge.origin() == RelationOrigin.DECLARED && edge.type() != RelationType.USED_IN) {
        record.relation(kind(edge.type()), graph.name(edge.upstream()).id());
      }
    }
    for (int i = graph.downstream().start(node); i < graph.downstream().end(node); i++) {
      Edge edge = graph.downstreamEdge(node, i);
      if (edge.origin() == RelationOrigin.DECLARED
          && edge.type() == RelationType.USED_IN
          && graph.attributes().createTime(edge.downstream()).filter(time::isBefore).isEmpty()) {
        record.relation(RelationKind.USED_IN, graph.name(edge.downstream()).id());
      }
    }
  }

  private static RelationKind kind(RelationType type) {
    return switch (type) {
      case FINETUNE -> RelationKind.FINETUNE;
      case ADAPTER -> RelationKind.ADAPTER;
      case QUANTIZED -> RelationKind.QUANTIZED;
      case MERGE -> RelationKind.MERGE;
      case UNSPECIFIED_DERIVATION -> RelationKind.UNSPECIFIED_DERIVATION;
      case TRAINED_ON -> RelationKind.TRAINED_ON;
      case USED_IN -> RelationKind.USED_IN;
      case PAPER -> RelationKind.PAPER;
    };
  }
}

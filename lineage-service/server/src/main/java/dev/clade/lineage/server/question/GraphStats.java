package dev.clade.lineage.server.question;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.component.WeakComponents;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The size and shape of a whole graph.
 *
 * @param graph the snapshot
 * @param kinds how many artifacts are of each kind, of those of which there are any
 * @param relations how many relations are of each type, of those of which there are any
 * @param isolatedCount artifacts without any relation
 * @param componentCount weakly connected components, isolated artifacts included
 * @param largestComponentSize artifacts of the largest of them
 */
public record GraphStats(
    GraphSnapshot graph,
    Map<ArtifactKind, Long> kinds,
    Map<RelationType, Long> relations,
    long isolatedCount,
    long componentCount,
    long largestComponentSize) {

  /** Counts a snapshot, in time proportional to its nodes and edges. */
  static GraphStats of(GraphSnapshot graph) {
    Map<ArtifactKind, Long> kinds = new EnumMap<>(ArtifactKind.class);
    Map<RelationType, Long> relations = new EnumMap<>(RelationType.class);
    Adjacency upstream = graph.upstream();
    Adjacency downstream = graph.downstream();
    WeakComponents components = WeakComponents.of(upstream, RelationFilter.ALL);
    long isolated = 0;
    int largest = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      kinds.merge(graph.kind(node), 1L, Long::sum);
      boolean hasUpstream = upstream.start(node) < upstream.end(node);
      boolean hasDownstream = downstream.start(node) < downstream.end(node);
      isolated += hasUpstream || hasDownstream ? 0 : 1;
      largest = Math.max(largest, components.size(node));
      for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
        relations.merge(EdgeLabel.type(upstream.label(edge)), 1L, Long::sum);
      }
    }
    return new GraphStats(
        graph,
        Collections.unmodifiableMap(kinds),
        Collections.unmodifiableMap(relations),
        isolated,
        components.count(),
        largest);
  }
}

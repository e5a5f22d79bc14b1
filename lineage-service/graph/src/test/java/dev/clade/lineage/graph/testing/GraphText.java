package dev.clade.lineage.graph.testing;

import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Writes graphs as text that assertions can compare. */
public final class GraphText {
  private GraphText() {}

  /** Returns every node by number, uncatalogued ones with a question mark. */
  public static List<String> nodes(GraphSnapshot graph) {
    List<String> nodes = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      nodes.add(graph.name(node) + (graph.isCatalogued(node) ? "" : "?"));
    }
    return nodes;
  }

  /** Returns every edge in the order of the upstream rows. */
  public static List<String> edges(GraphSnapshot graph) {
    List<String> edges = new ArrayList<>();
    Adjacency upstream = graph.upstream();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
        edges.add(edge(graph, graph.upstreamEdge(node, edge)));
      }
    }
    return edges;
  }

  /** Returns every edge in the order of the downstream rows. */
  public static List<String> edgesDownstream(GraphSnapshot graph) {
    List<String> edges = new ArrayList<>();
    Adjacency downstream = graph.downstream();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = downstream.start(node); edge < downstream.end(node); edge++) {
        edges.add(edge(graph, graph.downstreamEdge(node, edge)));
      }
    }
    return edges;
  }

  /** Returns an edge such as {@code a -FINETUNE-> b}. */
  public static String edge(GraphSnapshot graph, Edge edge) {
    return "%s -%s%s-> %s"
        .formatted(
            graph.name(edge.upstream()).id(),
            edge.type(),
            edge.origin() == RelationOrigin.INFERRED ? "*" : "",
            graph.name(edge.downstream()).id());
  }
}

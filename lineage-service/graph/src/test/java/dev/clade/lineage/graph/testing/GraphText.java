package dev.clade.lineage.graph.testing;

import dev.clade.lineage.graph.ArtifactName;
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

  /**
   * Returns everything that a graph tells.
   *
   * @param sought names to look for
   */
  public static List<String> all(GraphSnapshot graph, List<ArtifactName> sought) {
    List<String> text = new ArrayList<>(nodes(graph));
    text.addAll(edges(graph));
    text.addAll(edgesDownstream(graph));
    for (int node = 0; node < graph.nodeCount(); node++) {
      text.add(
          "%s %s %s"
              .formatted(
                  graph.kind(node),
                  graph.attributes().profile(node),
                  graph.attributes().createTime(node)));
    }
    for (ArtifactName name : sought) {
      text.add("%s %s %d".formatted(name, graph.find(name), graph.lowerBound(name)));
    }
    text.add("nodes %d, of records %d".formatted(graph.nodeCount(), graph.cataloguedCount()));
    text.add("edges %d, self-loops %d".formatted(graph.edgeCount(), graph.selfLoopCount()));
    text.add(
        "sequence %d, rows %d and %d"
            .formatted(
                graph.sequence(), graph.upstream().nodeCount(), graph.downstream().nodeCount()));
    text.add("downstream edges " + graph.downstream().edgeCount());
    return text;
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

package dev.clade.lineage.graph.testing;

import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/** Answers questions about snapshots with JGraphT. */
public final class GraphOracle {
  private GraphOracle() {}

  /** Returns a snapshot's edges of some types as a JGraphT graph from upstream to downstream. */
  public static Graph<Integer, Edge> of(GraphSnapshot graph, RelationFilter relations) {
    Graph<Integer, Edge> copy = new DirectedMultigraph<>(Edge.class);
    for (int node = 0; node < graph.nodeCount(); node++) {
      copy.addVertex(node);
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int i = graph.upstream().start(node); i < graph.upstream().end(node); i++) {
        Edge edge = graph.upstreamEdge(node, i);
        if (relations.accepts(EdgeLabel.of(edge.type(), edge.origin()))) {
          copy.addEdge(edge.upstream(), edge.downstream(), edge);
        }
      }
    }
    return copy;
  }

  /** Returns the fewest steps along the edges from any of some nodes, by node reached. */
  public static Map<Integer, Integer> distances(
      Graph<Integer, Edge> graph, Iterable<Integer> starts) {
    Map<Integer, Integer> distances = new HashMap<>();
    for (int start : starts) {
      BreadthFirstIterator<Integer, Edge> steps = new BreadthFirstIterator<>(graph, start);
      while (steps.hasNext()) {
        int node = steps.next();
        distances.merge(node, steps.getDepth(node), Math::min);
      }
    }
    return distances;
  }

  /** Returns the same graph with every edge turned round. */
  public static Graph<Integer, Edge> reversed(Graph<Integer, Edge> graph) {
    return new EdgeReversedGraph<>(graph);
  }

  /** Whether a node has a neighbor along its outgoing edges that a set of nodes lacks. */
  public static boolean leadsOut(Graph<Integer, Edge> graph, int node, Set<Integer> nodes) {
    return !nodes.containsAll(Graphs.successorListOf(graph, node));
  }
}

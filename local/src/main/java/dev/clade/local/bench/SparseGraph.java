package dev.clade.local.bench;

import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.local.bench.hub.Hub;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.opt.graph.sparse.IncomingEdgesSupport;
import org.jgrapht.opt.graph.sparse.SparseIntDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * The hub in JGraphT's sparse graph with all incoming edges, which knows numbers only: beside it a
 * map from names to numbers, the names by number, and the type of each edge.
 */
final class SparseGraph implements ClosedLoop.Asked {
  private final Hub hub;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final String[] names;
  private final byte[] types;
  private final SparseIntDirectedGraph graph;

  SparseGraph(Hub hub) {
    this.hub = hub;
    names = new String[hub.count()];
    types = new byte[hub.relationCount()];
    List<Pair<Integer, Integer>> edges = new ArrayList<>(hub.relationCount());
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      names[artifact] = hub.name(artifact);
      numbers.put(names[artifact], artifact);
      for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
        types[edges.size()] = EdgeLabel.of(hub.type(relation), RelationOrigin.DECLARED);
        edges.add(Pair.of(hub.upstream(relation), artifact));
      }
    }
    graph =
        new SparseIntDirectedGraph(hub.count(), edges, IncomingEdgesSupport.FULL_INCOMING_EDGES);
  }

  @Override
  public int ask(int artifact) {
    Set<Integer> found = new HashSet<>();
    Integer start = numbers.get(hub.name(artifact));
    walk(new EdgeReversedGraph<>(graph), start, found);
    walk(graph, start, found);
    return found.size();
  }

  private static void walk(Graph<Integer, Integer> graph, Integer start, Set<Integer> found) {
    BreadthFirstIterator<Integer, Integer> walk = new BreadthFirstIterator<>(graph, start);
    while (walk.hasNext() && found.size() < LineageQuestion.MOST) {
      Integer node = walk.next();
      if (walk.getDepth(node) > LineageQuestion.DEPTH) {
        return;
      }
      found.add(node);
    }
  }
}

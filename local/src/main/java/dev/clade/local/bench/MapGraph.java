package dev.clade.local.bench;

import dev.clade.lineage.graph.RelationType;
import dev.clade.local.bench.hub.Hub;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;

/** The hub in JGraphT's graph of maps, with names as nodes and an object for each edge. */
final class MapGraph {
  private final Graph<String, Relation> graph = new DirectedPseudograph<>(null, null, false);

  /** An edge, which is itself and no other of the same type. */
  private static final class Relation {
    private final RelationType type;

    Relation(RelationType type) {
      this.type = type;
    }

    @Override
    public String toString() {
      return type.name();
    }
  }

  MapGraph(Hub hub) {
    String[] names = new String[hub.count()];
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      names[artifact] = hub.name(artifact);
      graph.addVertex(names[artifact]);
    }
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
        graph.addEdge(
            names[hub.upstream(relation)], names[artifact], new Relation(hub.type(relation)));
      }
    }
  }
}

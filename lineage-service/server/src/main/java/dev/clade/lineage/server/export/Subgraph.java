package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a graph to be written.
 *
 * @param query what was asked for
 * @param start the node asked for, which a cut family may not have
 * @param members the artifacts; their depth is the generation
 */
record Subgraph(ExportQuery query, int start, Lineage members) {
  private static final int MOST_FRONTIER_NAMES = 100;

  /**
   * Where a document is cut.
   *
   * @param reason the limit, such as {@code max_nodes}
   * @param frontier artifacts beyond which there is more: at most 100, by name
   * @param frontierCount how many there are
   */
  record Cut(String reason, List<String> frontier, int frontierCount) {
    /** Returns a sentence for people. */
    String sentence() {
      return "Incomplete: cut at %s; there is more beyond %d of the artifacts."
          .formatted(reason, frontierCount);
    }
  }

  GraphSnapshot graph() {
    return members.graph();
  }

  ArtifactName name(int node) {
    return graph().name(node);
  }

  /** Returns the nodes in the document's order. */
  IntStream nodes() {
    return IntStream.range(0, members.size()).map(members::node);
  }

  /** Returns the relations between members, each once, in an order that is always the same. */
  Stream<Edge> edges() {
    return IntStream.range(0, members.size())
        .boxed()
        .flatMap(place -> members.edgesToEarlier(place).stream());
  }

  /** Returns all relations of a node with what it was made from, members or not, by their names. */
  Stream<Edge> upstream(int node) {
    Adjacency upstream = graph().upstream();
    return IntStream.range(upstream.start(node), upstream.end(node))
        .mapToObj(edge -> graph().upstreamEdge(node, edge));
  }

  /** Returns where the document is cut; nothing when it is whole. */
  Optional<Cut> cut() {
    return members
        .truncation()
        .map(
            cut ->
                new Cut(
                    Words.of(cut.reason()),
                    cut.frontier()
                        .intStream()
                        .limit(MOST_FRONTIER_NAMES)
                        .mapToObj(node -> name(node).toString())
                        .toList(),
                    cut.frontier().size()));
  }
}

package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of a walk: artifacts at places from 0 on, the starts first, then by distance, then by
 * name, as far as the question asks for them. In it every artifact is once; one that is both
 * ancestor and descendant, because of a cycle, stands where it is nearer, and upstream when it is
 * equally far.
 */
public final class Lineage {
  static final int ABSENT = -1;

  /** The place of all that a resumed answer leaves out because it was told before. */
  private static final int TOLD_BEFORE = -2;

  private final GraphSnapshot graph;
  private final RelationFilter relations;
  private final IntArrayList nodes = new IntArrayList();
  private final IntArrayList depths = new IntArrayList();
  private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();
  private Optional<Truncation> truncation = Optional.empty();

  Lineage(GraphSnapshot graph, RelationFilter relations) {
    this.graph = graph;
    this.relations = relations;
    places.defaultReturnValue(ABSENT);
  }

  void add(int node, int depth) {
    places.put(node, nodes.size());
    nodes.add(node);
    depths.add(depth);
  }

  /** Notes an artifact that comes before the point from which the answer is asked for. */
  void addToldBefore(int node) {
    places.put(node, TOLD_BEFORE);
  }

  void truncate(Truncation cut) {
    truncation = Optional.of(cut);
  }

  /** Returns the snapshot that was walked. */
  public GraphSnapshot graph() {
    return graph;
  }

  /** Returns how many artifacts the answer has. */
  public int size() {
    return nodes.size();
  }

  /** Returns the node at a place. */
  public int node(int place) {
    return nodes.getInt(place);
  }

  /**
   * Returns the fewest steps from a start: negative upstream, 0 for a start, positive downstream.
   */
  public int depth(int place) {
    return depths.getInt(place);
  }

  /** Whether a node is in the answer. */
  public boolean contains(int node) {
    return places.get(node) >= 0;
  }

  /** Returns where and why the answer is cut; empty when it is whole. */
  public Optional<Truncation> truncation() {
    return truncation;
  }

  /**
   * Returns the relations, of the types walked, between the artifact at a place and those before
   * it, in an answer that is resumed also those told before: first towards its upstream, then its
   * downstream artifacts, each by name. Over all places every relation within the answer is told
   * once.
   */
  public List<Edge> edgesToEarlier(int place) {
    int node = node(place);
    List<Edge> edges = new ArrayList<>();
    Adjacency upstream = graph.upstream();
    for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
      if (isEarlier(upstream, edge, place)) {
        edges.add(graph.upstreamEdge(node, edge));
      }
    }
    Adjacency downstream = graph.downstream();
    for (int edge = downstream.start(node); edge < downstream.end(node); edge++) {
      if (isEarlier(downstream, edge, place)) {
        edges.add(graph.downstreamEdge(node, edge));
      }
    }
    return edges;
  }

  /**
   * Returns the first place that comes after a position, which need not be taken: how a page goes
   * on where the one before ended, though the snapshot may have moved on in between.
   *
   * @param distance steps from a start, without sign
   * @param nextNode the first node after the position's name
   */
  public int firstAfter(int distance, int nextNode) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int found = Math.abs(depth(middle));
      if (found < distance || (found == distance && node(middle) < nextNode)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isEarlier(Adjacency edges, int edge, int place) {
    if (!relations.accepts(edges.label(edge))) {
      return false;
    }
    int other = places.get(edges.neighbor(edge));
    return other != ABSENT && other < place;
  }
}

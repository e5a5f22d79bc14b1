package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
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
  private final IntArrayList toldBefore = new IntArrayList();
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
    toldBefore.add(node);
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
   * once. Takes O(min(d, p log d)), with d relations of the artifact and p artifacts before it.
   */
  public List<Edge> edgesToEarlier(int place) {
    int node = node(place);
    List<Edge> edges = new ArrayList<>();
    earlier(graph.upstream(), place).forEach(edge -> edges.add(graph.upstreamEdge(node, edge)));
    earlier(graph.downstream(), place).forEach(edge -> edges.add(graph.downstreamEdge(node, edge)));
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

  /** Returns the edges of a place's row that lead to earlier places, in the row's order. */
  private IntArrayList earlier(Adjacency rows, int place) {
    int node = node(place);
    int start = rows.start(node);
    int end = rows.end(node);
    IntArrayList found = new IntArrayList();
    if (end - start <= place + toldBefore.size()) {
      for (int edge = start; edge < end; edge++) {
        addIfEarlier(rows, edge, place, found);
      }
      return found;
    }
    // A base that thousands were made from is often asked for with but a few of them.
    for (int other = 0; other < place; other++) {
      addEdges(rows, node, node(other), found);
    }
    toldBefore.forEach(other -> addEdges(rows, node, other, found));
    IntArrays.unstableSort(found.elements(), 0, found.size());
    return found;
  }

  private void addIfEarlier(Adjacency rows, int edge, int place, IntArrayList found) {
    if (relations.accepts(rows.label(edge))) {
      int other = places.get(rows.neighbor(edge));
      if (other != ABSENT && other < place) {
        found.add(edge);
      }
    }
  }

  /** Adds the edges of the types walked in one node's row that lead to another. */
  private void addEdges(Adjacency rows, int node, int other, IntArrayList found) {
    int end = rows.end(node);
    for (int edge = rows.lowerBound(node, other);
        edge < end && rows.neighbor(edge) == other;
        edge++) {
      if (relations.accepts(rows.label(edge))) {
        found.add(edge);
      }
    }
  }
}

package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.component.StrongComponents;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The artifacts that several others all stem from, by their distance, then by name.
 *
 * <p>An artifact counts as an ancestor of itself, so a model and its base have the base in common.
 * The distance is that from the farthest of the artifacts asked for. The nearest common ancestors
 * are those from which no other leads further down to them: strictly, those of which every common
 * ancestor downstream is upstream of them too, so that of a circle of common ancestors all or none
 * are nearest.
 *
 * <p>A cut answer has the beginning of the whole one, and the nearest among that beginning. Takes
 * time in proportion to the relations looked at, and O(n log n) for the order.
 */
public final class CommonAncestors {
  private final AncestorQuestion question;
  private final GraphSnapshot graph;
  private final IntArrayList nodes = new IntArrayList();
  private final IntArrayList distances = new IntArrayList();
  private final BitSet nearest = new BitSet();
  private Optional<SearchCut> cut = Optional.empty();

  private CommonAncestors(GraphSnapshot graph, AncestorQuestion question) {
    this.graph = graph;
    this.question = question;
  }

  /**
   * Returns what some nodes all stem from.
   *
   * @param artifacts at least one node, in any order; repeats do not matter
   */
  public static CommonAncestors of(
      GraphSnapshot graph, IntCollection artifacts, AncestorQuestion question) {
    IntOpenHashSet distinct = new IntOpenHashSet(artifacts);
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("no artifacts to find the ancestors of");
    }
    CommonAncestors answer = new CommonAncestors(graph, question);
    answer.search(distinct);
    answer.findNearest();
    return answer;
  }

  /** Returns how many there are. */
  public int size() {
    return nodes.size();
  }

  /** Returns the node at a place. */
  public int node(int place) {
    return nodes.getInt(place);
  }

  /** Returns the fewest steps to the one at a place, from the artifact with the most. */
  public int distance(int place) {
    return distances.getInt(place);
  }

  /** Whether the one at a place is a nearest one. */
  public boolean isNearest(int place) {
    return nearest.get(place);
  }

  /** Returns how far the answer goes and why no farther; empty when it is whole. */
  public Optional<SearchCut> cut() {
    return cut;
  }

  private void search(IntOpenHashSet artifacts) {
    List<Sweep> sweeps =
        artifacts
            .intStream()
            .mapToObj(
                node ->
                    new Sweep(
                        graph.upstream(), question.relations(), any -> true, IntArrayList.of(node)))
            .toList();
    // How many of the artifacts a node has been found upstream of.
    Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    IntArrayList common = new IntArrayList();
    for (int node : artifacts) {
      count(node, counts, artifacts.size(), common);
    }
    if (!take(common, 0)) {
      return;
    }
    long edges = 0;
    for (int distance = 1; ; distance++) {
      edges += sweeps.stream().mapToLong(Sweep::work).sum();
      if (edges > question.maxEdges()) {
        cut = Optional.of(new SearchCut(Truncation.Reason.MAX_EDGES, distance - 1));
        return;
      }
      if (sweeps.stream().noneMatch(Sweep::hasMore)) {
        return;
      }
      if (distance > question.maxDepth()) {
        cut = Optional.of(new SearchCut(Truncation.Reason.MAX_DEPTH, distance - 1));
        return;
      }
      common.clear();
      for (Sweep sweep : sweeps) {
        for (int node : sweep.step()) {
          count(node, counts, artifacts.size(), common);
        }
      }
      if (!take(common, distance)) {
        return;
      }
    }
  }

  private static void count(
      int node, Int2IntOpenHashMap counts, int artifacts, IntArrayList common) {
    if (counts.addTo(node, 1) + 1 == artifacts) {
      common.add(node);
    }
  }

  /** Takes those of one distance by name; returns whether there was room for all. */
  private boolean take(IntArrayList common, int distance) {
    IntArrays.unstableSort(common.elements(), 0, common.size());
    for (int node : common) {
      if (nodes.size() == question.maxNodes()) {
        cut = Optional.of(new SearchCut(Truncation.Reason.MAX_NODES, distance - 1));
        return false;
      }
      nodes.add(node);
      distances.add(distance);
    }
    return true;
  }

  private void findNearest() {
    IntOpenHashSet common = new IntOpenHashSet(nodes);
    Adjacency upstream = graph.upstream();
    RelationFilter relations = question.relations();
    StrongComponents components = StrongComponents.of(upstream, relations, common::contains, nodes);
    BitSet leadDown = new BitSet();
    for (int node : nodes) {
      for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
        int above = upstream.neighbor(edge);
        if (relations.accepts(upstream.label(edge))
            && common.contains(above)
            && components.component(above) != components.component(node)) {
          leadDown.set(components.component(above));
        }
      }
    }
    for (int place = 0; place < nodes.size(); place++) {
      nearest.set(place, !leadDown.get(components.component(node(place))));
    }
  }
}

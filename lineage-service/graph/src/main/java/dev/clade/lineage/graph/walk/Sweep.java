package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.function.IntPredicate;

/** One direction of a walk: a breadth-first search that goes level by level. */
final class Sweep {
  private final Adjacency edges;
  private final RelationFilter relations;
  private final IntPredicate through;
  private final IntArrayList starts;
  private final IntOpenHashSet visited;

  /** The artifacts of the last level that may be walked through. */
  private IntArrayList frontier;

  Sweep(Adjacency edges, RelationFilter relations, IntPredicate through, IntArrayList starts) {
    this.edges = edges;
    this.relations = relations;
    this.through = through;
    this.starts = starts;
    this.visited = new IntOpenHashSet(starts);
    this.frontier = starts;
  }

  /** Returns how many relations the next step looks at. */
  long work() {
    long work = 0;
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.getInt(i);
      work += edges.end(node) - edges.start(node);
    }
    return work;
  }

  /** Adds the artifacts whose relations the next step looks at. */
  void addNext(IntCollection found) {
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.getInt(i);
      if (edges.start(node) < edges.end(node)) {
        found.add(node);
      }
    }
  }

  /** Steps on from the last level to all artifacts not visited so far, which are the next one. */
  IntArrayList step() {
    IntArrayList next = new IntArrayList();
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.getInt(i);
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        if (relations.accepts(edges.label(edge)) && visited.add(edges.neighbor(edge))) {
          next.add(edges.neighbor(edge));
        }
      }
    }
    frontier = new IntArrayList(next.size());
    for (int i = 0; i < next.size(); i++) {
      if (through.test(next.getInt(i))) {
        frontier.add(next.getInt(i));
      }
    }
    return next;
  }

  /** Whether the next step would come to an artifact not visited so far. */
  boolean hasMore() {
    for (int i = 0; i < frontier.size(); i++) {
      int node = frontier.getInt(i);
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        if (relations.accepts(edges.label(edge)) && !visited.contains(edges.neighbor(edge))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Adds to {@code found} the artifacts within an answer beyond which there is more in this
   * direction, after going on, within it only, as far as there are ways.
   */
  void addFrontier(IntPredicate within, IntCollection found) {
    IntOpenHashSet exempt = new IntOpenHashSet(starts);
    IntArrayList reached = new IntArrayList(visited.size());
    visited.forEach(
        node -> {
          if (within.test(node)) {
            reached.add(node);
          }
        });
    for (int i = 0; i < reached.size(); i++) {
      int node = reached.getInt(i);
      if (!through.test(node) && !exempt.contains(node)) {
        continue;
      }
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        int neighbor = edges.neighbor(edge);
        if (!relations.accepts(edges.label(edge))) {
          continue;
        }
        if (!within.test(neighbor)) {
          found.add(node);
        } else if (visited.add(neighbor)) {
          reached.add(neighbor);
        }
      }
    }
  }
}

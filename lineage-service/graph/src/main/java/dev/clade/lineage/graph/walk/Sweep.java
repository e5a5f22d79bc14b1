package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** One direction of a walk: a breadth-first search that goes level by level. */
final class Sweep {
  private final Adjacency edges;
  private final RelationFilter relations;
  private final IntOpenHashSet visited;
  private IntArrayList frontier;

  Sweep(Adjacency edges, RelationFilter relations, IntArrayList starts) {
    this.edges = edges;
    this.relations = relations;
    this.visited = new IntOpenHashSet(starts);
    this.frontier = starts;
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
    frontier = next;
    return next;
  }

  /**
   * Adds to {@code found} the artifacts of an answer beyond which there is more in this direction,
   * after going on, within the answer only, as far as there are ways.
   */
  void addFrontier(Lineage answer, IntCollection found) {
    IntArrayList reached = new IntArrayList(visited.size());
    visited.forEach(
        node -> {
          if (answer.contains(node)) {
            reached.add(node);
          }
        });
    for (int i = 0; i < reached.size(); i++) {
      int node = reached.getInt(i);
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        int neighbor = edges.neighbor(edge);
        if (!relations.accepts(edges.label(edge))) {
          continue;
        }
        if (!answer.contains(neighbor)) {
          found.add(node);
        } else if (visited.add(neighbor)) {
          reached.add(neighbor);
        }
      }
    }
  }
}

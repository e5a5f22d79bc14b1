package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.Edge;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/** One half of a search for paths: the levels around one of the two ends. */
final class Wave {
  /** Takes a relation on a shortest path, seen from the end that the wave comes from. */
  @FunctionalInterface
  interface StepSink {
    void accept(int level, int nearer, int farther, Edge edge);
  }

  private final RelationFilter relations;
  private final List<IntArrayList> levels = new ArrayList<>();
  private final IntOpenHashSet visited = new IntOpenHashSet();
  private final List<Rows> rows = new ArrayList<>();

  /** Edges that the wave may go along, and whether it goes upstream by them. */
  private record Rows(Adjacency edges, boolean upstream) {
    Edge edge(int node, int index) {
      byte label = edges.label(index);
      int other = edges.neighbor(index);
      return new Edge(
          upstream ? other : node,
          upstream ? node : other,
          EdgeLabel.type(label),
          EdgeLabel.origin(label));
    }
  }

  Wave(RelationFilter relations, int start) {
    this.relations = relations;
    levels.add(IntArrayList.of(start));
    visited.add(start);
  }

  /** Lets the wave go along these edges towards what artifacts were made from. */
  void goUpstream(Adjacency upstream) {
    rows.add(new Rows(upstream, true));
  }

  /** Lets the wave go along these edges towards what was made from artifacts. */
  void goDownstream(Adjacency downstream) {
    rows.add(new Rows(downstream, false));
  }

  /** Returns how many steps the wave has gone. */
  int steps() {
    return levels.size() - 1;
  }

  boolean isOver() {
    return levels.getLast().isEmpty();
  }

  /** Returns how many relations the next step looks at. */
  long work() {
    long work = 0;
    for (Rows row : rows) {
      for (int node : levels.getLast()) {
        work += row.edges.end(node) - row.edges.start(node);
      }
    }
    return work;
  }

  void step() {
    IntArrayList next = new IntArrayList();
    for (Rows row : rows) {
      for (int node : levels.getLast()) {
        for (int edge = row.edges.start(node); edge < row.edges.end(node); edge++) {
          int neighbor = row.edges.neighbor(edge);
          if (relations.accepts(row.edges.label(edge)) && visited.add(neighbor)) {
            next.add(neighbor);
          }
        }
      }
    }
    levels.add(next);
  }

  /** Returns the artifacts of the last level that another wave has come to as well. */
  IntOpenHashSet meeting(Wave other) {
    IntOpenHashSet meeting = new IntOpenHashSet();
    for (int node : levels.getLast()) {
      if (other.visited.contains(node)) {
        meeting.add(node);
      }
    }
    return meeting;
  }

  /** Tells all relations on shortest ways to some artifacts of the last level. */
  void trace(IntOpenHashSet ends, StepSink sink) {
    IntOpenHashSet reached = ends;
    for (int level = levels.size() - 2; level >= 0; level--) {
      IntOpenHashSet nearer = new IntOpenHashSet();
      for (Rows row : rows) {
        for (int node : levels.get(level)) {
          for (int edge = row.edges.start(node); edge < row.edges.end(node); edge++) {
            int neighbor = row.edges.neighbor(edge);
            if (relations.accepts(row.edges.label(edge)) && reached.contains(neighbor)) {
              nearer.add(node);
              sink.accept(level, node, neighbor, row.edge(node, edge));
            }
          }
        }
      }
      reached = nearer;
    }
  }
}

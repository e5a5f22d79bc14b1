package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Breadth-first search from several artifacts at once, in one direction or in both separately:
 * ancestors and descendants, not the descendants of ancestors.
 *
 * <p>A cut answer is the beginning of the whole one, in its order. Takes O(k + e) expected time for
 * the levels up to the last one reached, with k artifacts and their e edges, and O(k log k) for the
 * order.
 */
public final class LineageWalk {
  private final GraphSnapshot graph;
  private final WalkQuestion question;
  private final Lineage answer;
  private final List<Sweep> sweeps = new ArrayList<>();

  private LineageWalk(GraphSnapshot graph, WalkQuestion question) {
    this.graph = graph;
    this.question = question;
    this.answer = new Lineage(graph, question.relations());
  }

  /**
   * Returns what the walk from some nodes visits.
   *
   * @param starts nodes of the snapshot in any order; repeats do not matter
   */
  public static Lineage from(GraphSnapshot graph, IntCollection starts, WalkQuestion question) {
    LineageWalk walk = new LineageWalk(graph, question);
    walk.run(starts);
    return walk.answer;
  }

  private void run(IntCollection starts) {
    IntArrayList level = new IntArrayList(new IntOpenHashSet(starts));
    boolean cut = !append(level, new IntOpenHashSet(), 0);
    IntArrayList kept = new IntArrayList(level.subList(0, answer.size()));
    if (question.direction().isUpstream()) {
      sweeps.add(new Sweep(graph.upstream(), question.relations(), kept));
    }
    if (question.direction().isDownstream()) {
      sweeps.add(new Sweep(graph.downstream(), question.relations(), kept));
    }
    boolean more = !kept.isEmpty();
    for (int distance = 1; more && !cut && distance <= question.maxDepth(); distance++) {
      IntOpenHashSet upstream = new IntOpenHashSet();
      IntOpenHashSet all = new IntOpenHashSet();
      more = false;
      for (int i = 0; i < sweeps.size(); i++) {
        IntArrayList found = sweeps.get(i).step();
        more |= !found.isEmpty();
        all.addAll(found);
        if (i == 0 && question.direction().isUpstream()) {
          upstream.addAll(found);
        }
      }
      all.removeIf(answer::contains);
      cut = !append(new IntArrayList(all), upstream, distance);
    }
    if (more || cut) {
      truncate(cut);
    }
  }

  /** Sorts a level and appends as much of it as there is room for; returns whether all was. */
  private boolean append(IntArrayList level, IntOpenHashSet upstream, int distance) {
    IntArrays.unstableSort(level.elements(), 0, level.size());
    int room = Math.min(level.size(), question.maxNodes() - answer.size());
    for (int i = 0; i < room; i++) {
      int node = level.getInt(i);
      answer.add(node, upstream.contains(node) ? -distance : distance);
    }
    return room == level.size();
  }

  private void truncate(boolean cut) {
    IntOpenHashSet found = new IntOpenHashSet();
    for (Sweep sweep : sweeps) {
      sweep.addFrontier(answer, found);
    }
    if (cut || !found.isEmpty()) {
      IntArrayList frontier = new IntArrayList(found);
      IntArrays.unstableSort(frontier.elements(), 0, frontier.size());
      answer.truncate(
          new Truncation(
              cut ? Truncation.Reason.MAX_NODES : Truncation.Reason.MAX_DEPTH, frontier));
    }
  }
}

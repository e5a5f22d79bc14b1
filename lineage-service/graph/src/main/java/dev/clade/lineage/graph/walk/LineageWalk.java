package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Breadth-first search from several artifacts at once, in one direction or in both separately:
 * ancestors and descendants, not the descendants of ancestors.
 *
 * <p>A cut answer is the beginning of the whole one, in its order. Takes O(k + e) expected time for
 * the levels up to the last one reached, with k artifacts and their e edges, and O(k log k) for the
 * order.
 */
public final class LineageWalk {
  private final WalkQuestion question;
  private final IntPredicate returned;
  private final Lineage answer;
  private final List<Sweep> sweeps = new ArrayList<>();

  /** Whether what the walk has come to, as far as there was room, is just the answer. */
  private final boolean answersAll;

  /** What the walk has come to where that is more than the answer. */
  private final IntOpenHashSet walked = new IntOpenHashSet();

  private LineageWalk(GraphSnapshot graph, WalkQuestion question) {
    this.question = question;
    this.returned = question.returned().on(graph);
    this.answer = new Lineage(graph, question.relations());
    this.answersAll = question.returned().isAll() && question.from().equals(WalkPoint.START);
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
    int placed = place(level, new IntOpenHashSet(), 0);
    boolean cut = placed < level.size();
    level.size(placed);
    IntPredicate through = question.through().on(answer.graph());
    if (question.direction().isUpstream()) {
      sweeps.add(new Sweep(answer.graph().upstream(), question.relations(), through, level));
    }
    if (question.direction().isDownstream()) {
      sweeps.add(new Sweep(answer.graph().downstream(), question.relations(), through, level));
    }
    boolean more = !level.isEmpty();
    long edges = 0;
    for (int distance = 1; more && !cut && distance <= question.maxDepth(); distance++) {
      edges += sweeps.stream().mapToLong(Sweep::work).sum();
      if (edges > question.maxEdges()) {
        stopBeforeStep();
        return;
      }
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
      all.removeIf(this::isWithin);
      cut = place(new IntArrayList(all), upstream, distance) < all.size();
    }
    if (more || cut) {
      truncate(cut);
    }
  }

  /** Sorts a level and takes as much of it as there is room for; returns how many that are. */
  private int place(IntArrayList level, IntOpenHashSet upstream, int distance) {
    IntArrays.unstableSort(level.elements(), 0, level.size());
    for (int i = 0; i < level.size(); i++) {
      int node = level.getInt(i);
      if (returned.test(node)) {
        if (question.from().isAfter(distance, node)) {
          answer.addToldBefore(node);
        } else if (answer.size() == question.maxNodes()) {
          return i;
        } else {
          answer.add(node, upstream.contains(node) ? -distance : distance);
        }
      }
      if (!answersAll) {
        walked.add(node);
      }
    }
    return level.size();
  }

  private boolean isWithin(int node) {
    return answersAll ? answer.contains(node) : walked.contains(node);
  }

  private void stopBeforeStep() {
    IntOpenHashSet frontier = new IntOpenHashSet();
    sweeps.forEach(sweep -> sweep.addNext(frontier));
    answer.truncate(new Truncation(Truncation.Reason.MAX_EDGES, ascending(frontier)));
  }

  private void truncate(boolean cut) {
    IntOpenHashSet found = new IntOpenHashSet();
    sweeps.forEach(sweep -> sweep.addFrontier(this::isWithin, found));
    if (cut || !found.isEmpty()) {
      answer.truncate(
          new Truncation(
              cut ? Truncation.Reason.MAX_NODES : Truncation.Reason.MAX_DEPTH, ascending(found)));
    }
  }

  private static IntArrayList ascending(IntOpenHashSet nodes) {
    IntArrayList sorted = new IntArrayList(nodes);
    IntArrays.unstableSort(sorted.elements(), 0, sorted.size());
    return sorted;
  }
}

package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds shortest paths by breadth-first search from both ends, always stepping on from the end
 * where fewer relations have to be looked at: so the way from a model to its base is short also
 * where the base has a hundred thousand derivatives.
 *
 * <p>Takes time in proportion to the relations looked at.
 */
public final class PathSearch {
  private static final Comparator<Path.Step> ORDER =
      Comparator.comparingInt(Path.Step::distance)
          .thenComparingInt(Path.Step::from)
          .thenComparingInt(Path.Step::to)
          .thenComparing(step -> step.edge().type())
          .thenComparing(step -> step.edge().origin())
          .thenComparingInt(step -> step.edge().upstream());

  private final PathQuestion question;
  private final Wave forward;
  private final Wave backward;
  private final List<Path.Step> steps = new ArrayList<>();

  private PathSearch(GraphSnapshot graph, int from, int to, PathQuestion question) {
    this.question = question;
    this.forward = new Wave(question.relations(), from);
    this.backward = new Wave(question.relations(), to);
    if (question.way() != PathQuestion.Way.DOWNSTREAM) {
      forward.goUpstream(graph.upstream());
      backward.goDownstream(graph.downstream());
    }
    if (question.way() != PathQuestion.Way.UPSTREAM) {
      forward.goDownstream(graph.downstream());
      backward.goUpstream(graph.upstream());
    }
  }

  /** Returns the shortest path from one node to another, which may be the same one. */
  public static PathAnswer between(GraphSnapshot graph, int from, int to, PathQuestion question) {
    return from == to
        ? PathAnswer.found(new Path(IntArrayList.of(from), List.of()))
        : new PathSearch(graph, from, to, question).search(from);
  }

  private PathAnswer search(int from) {
    long edges = 0;
    for (int length = 0; length < question.maxSteps(); length++) {
      long forwardWork = forward.work();
      long backwardWork = backward.work();
      boolean isForward = forwardWork <= backwardWork;
      edges += Math.min(forwardWork, backwardWork);
      if (edges > question.maxEdges()) {
        return PathAnswer.cut(Truncation.Reason.MAX_EDGES, length);
      }
      Wave next = isForward ? forward : backward;
      next.step();
      IntOpenHashSet meeting = next.meeting(isForward ? backward : forward);
      if (!meeting.isEmpty()) {
        return PathAnswer.found(path(from, meeting));
      }
      if (next.isOver()) {
        return PathAnswer.NONE;
      }
    }
    return PathAnswer.cut(Truncation.Reason.MAX_DEPTH, question.maxSteps());
  }

  private Path path(int from, IntOpenHashSet meeting) {
    int length = forward.steps() + backward.steps();
    forward.trace(
        meeting,
        (level, nearer, farther, edge) -> steps.add(new Path.Step(level, nearer, farther, edge)));
    backward.trace(
        meeting,
        (level, nearer, farther, edge) ->
            steps.add(new Path.Step(length - 1 - level, farther, nearer, edge)));
    steps.sort(ORDER);
    Int2IntOpenHashMap next = new Int2IntOpenHashMap();
    for (Path.Step step : steps) {
      next.putIfAbsent(step.from(), step.to());
    }
    IntArrayList nodes = IntArrayList.of(from);
    while (nodes.size() <= length) {
      nodes.add(next.get(nodes.topInt()));
    }
    return new Path(nodes, List.copyOf(steps));
  }
}

package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.report.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which categories follow which, from each commit of a repository to its next one. As a commit can
 * be in several categories, the probabilities after one do not add up to 1.
 */
public final class Transitions {
  private static final int SIZE = ChangeCategory.values().length;

  private final long[][] counts = new long[SIZE][SIZE];
  private final long[] before = new long[SIZE];
  private long steps;

  private Transitions() {}

  /**
   * Counts, in O(commits · categories²).
   *
   * @param repositories of each the categories of its commits, in the order of time
   */
  public static Transitions of(Iterable<List<Set<ChangeCategory>>> repositories) {
    Transitions found = new Transitions();
    for (List<Set<ChangeCategory>> commits : repositories) {
      for (int i = 1; i < commits.size(); i++) {
        found.step(commits.get(i - 1), commits.get(i));
      }
    }
    return found;
  }

  /** Returns from how many commits to a next one. */
  public long steps() {
    return steps;
  }

  /** Returns in how many steps the first is in a category and the next in another or the same. */
  public long count(ChangeCategory from, ChangeCategory to) {
    return counts[from.ordinal()][to.ordinal()];
  }

  /** Returns how likely a category is after one, 0 to 1; NaN after one that nothing follows. */
  public double probability(ChangeCategory from, ChangeCategory to) {
    return count(from, to) / (double) before[from.ordinal()];
  }

  /** Returns the probabilities as a picture, 0 where there is none. */
  public Figure.HeatMap figure() {
    List<List<Double>> values = new ArrayList<>();
    for (ChangeCategory from : ChangeCategory.values()) {
      values.add(
          Stream.of(ChangeCategory.values())
              .map(to -> before[from.ordinal()] == 0 ? 0 : probability(from, to))
              .toList());
    }
    return new Figure.HeatMap(
        "change_transitions",
        "What the next commit changes, by what a commit changes",
        "a commit",
        "the next",
        Arrays.stream(ChangeCategory.values()).map(Enum::name).toList(),
        values);
  }

  private void step(Set<ChangeCategory> first, Set<ChangeCategory> next) {
    steps++;
    for (ChangeCategory from : first) {
      before[from.ordinal()]++;
      for (ChangeCategory to : next) {
        counts[from.ordinal()][to.ordinal()]++;
      }
    }
  }
}

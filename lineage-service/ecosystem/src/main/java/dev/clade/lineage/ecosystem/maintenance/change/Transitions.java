package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.maintenance.bayes.BinaryTable;
import dev.clade.report.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which categories follow which, from each commit of a repository to its next one. As a commit can
 * be in several categories, the probabilities after one do not add up to 1.
 */
public final class Transitions {
  private final BinaryTable table;

  /** Counts steps, as {@link ChangeSteps#table} tells them. */
  public Transitions(BinaryTable steps) {
    this.table = steps;
  }

  /** Returns from how many commits to a next one. */
  public long steps() {
    return table.rows();
  }

  /** Returns in how many steps the first is in a category. */
  public long count(ChangeCategory from) {
    return table.count(bit(from));
  }

  /** Returns in how many steps the first is in a category and the next in another or the same. */
  public long count(ChangeCategory from, ChangeCategory to) {
    return table.count(bit(from) | bit(to) << ChangeSteps.SIZE);
  }

  /** Returns how likely a category is after one, 0 to 1; NaN after one that nothing follows. */
  public double probability(ChangeCategory from, ChangeCategory to) {
    return count(from, to) / (double) count(from);
  }

  /** Returns how likely a category is in a next commit, 0 to 1; NaN when there is none. */
  public double probability(ChangeCategory to) {
    return table.count(bit(to) << ChangeSteps.SIZE) / (double) steps();
  }

  /** Returns the probabilities as a picture, 0 where there is none. */
  public Figure.HeatMap figure() {
    List<List<Double>> values = new ArrayList<>();
    for (ChangeCategory from : ChangeCategory.values()) {
      values.add(
          Stream.of(ChangeCategory.values())
              .map(to -> count(from) == 0 ? 0 : probability(from, to))
              .toList());
    }
    return new Figure.HeatMap(
        "change_transitions",
        "What the next commit changes, by what a commit changes",
        "a commit",
        "the next",
        Arrays.stream(ChangeCategory.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList(),
        values);
  }

  private static int bit(ChangeCategory category) {
    return 1 << category.ordinal();
  }
}

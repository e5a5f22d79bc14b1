package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.rank.MultipleTests;
import dev.clade.lineage.ecosystem.trend.MannKendall;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a label's share of what is new rises or falls.
 *
 * @param label the label
 * @param count how many repositories of all months have it
 * @param trend of its monthly shares
 * @param adjusted the trend's p-value, adjusted for all labels that were looked at (Holm)
 * @param firstRank its place, from 1, by the repositories of the first year; {@link #UNRANKED}
 *     without any
 * @param lastRank its place by those of the last year
 */
public record LabelTrend(
    String label, long count, MannKendall trend, double adjusted, int firstRank, int lastRank) {
  /** The place of a label that no repository of a year has. */
  public static final int UNRANKED = 0;

  private static final int YEAR = 12;

  /**
   * Returns the trends of the labels that most repositories have, most first. Because the top is
   * chosen by the same months, labels that came and went quickly are seldom in it.
   *
   * @param limit how many labels
   */
  public static List<LabelTrend> top(MonthlyLabels labels, int limit) {
    int end = labels.months().count();
    List<String> first = labels.top(Integer.MAX_VALUE, 0, Math.min(YEAR, end));
    List<String> last = labels.top(Integer.MAX_VALUE, Math.max(0, end - YEAR), end);
    List<String> top = labels.top(limit);
    List<MannKendall> trends =
        top.stream().map(each -> MannKendall.of(labels.shares(each))).toList();
    double[] adjusted =
        MultipleTests.holm(trends.stream().mapToDouble(MannKendall::pValue).toArray());
    List<LabelTrend> found = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      String label = top.get(i);
      found.add(
          new LabelTrend(
              label,
              MonthlyLabels.sum(labels.counts(label), 0, end),
              trends.get(i),
              adjusted[i],
              first.indexOf(label) + 1,
              last.indexOf(label) + 1));
    }
    return List.copyOf(found);
  }
}

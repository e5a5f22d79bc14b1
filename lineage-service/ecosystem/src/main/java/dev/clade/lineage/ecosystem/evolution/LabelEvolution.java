package dev.clade.lineage.ecosystem.evolution;

import dev.clade.report.Figure;
import dev.clade.report.Table;
import java.util.List;

/**
 * What a report has of the labels of one sort.
 *
 * @param trends which rise and fall
 * @param counts how many models of each month have them
 * @param figure the shares of the first of them
 */
record LabelEvolution(Table trends, Table counts, Figure figure) {
  /** As many as a picture has colours. */
  private static final int DRAWN = 6;

  private static final int FEWEST_MONTHS = 2;

  /**
   * Looks at the labels that most models have.
   *
   * @param name what one of them is called, in lower case
   * @param title what they are called, for people
   * @param limit how many labels
   */
  static LabelEvolution of(String name, String title, MonthlyLabels labels, int limit) {
    List<String> top = labels.top(limit);
    boolean fits = labels.months().count() >= FEWEST_MONTHS;
    return new LabelEvolution(
        LabelTables.trends(
            name + "_trends",
            "Whether the shares of %s rise or fall".formatted(title),
            fits ? LabelTrend.top(labels, limit) : List.of()),
        LabelTables.counts(
            name + "_months", "New models with %s, by month".formatted(title), labels, top),
        EvolutionFigures.shares(
            name + "_shares",
            "Shares of new models with %s".formatted(title),
            labels,
            top.subList(0, Math.min(DRAWN, top.size()))));
  }
}

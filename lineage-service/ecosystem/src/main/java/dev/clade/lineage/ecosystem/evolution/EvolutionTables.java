package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.report.Figure;
import dev.clade.lineage.ecosystem.report.Figure.Axis;
import dev.clade.lineage.ecosystem.report.Figure.Mark;
import dev.clade.lineage.ecosystem.report.Figure.Scale;
import dev.clade.lineage.ecosystem.report.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The tables and pictures of evolution. */
public final class EvolutionTables {
  private static final Axis MONTHS = new Axis("months since the first", Scale.LINEAR);

  private EvolutionTables() {}

  /** Lists the trends of labels, in the order given. */
  public static Table trends(String name, String title, List<LabelTrend> trends) {
    Table.Builder table =
        Table.named(name, title)
            .text("label", "Label")
            .whole("repositories", "Repositories")
            .real("tau", "Kendall's τ")
            .real("slope", "Share gained each month (Sen)")
            .real("p_value", "p")
            .real("adjusted_p_value", "p, Holm")
            .whole("first_rank", "Rank in the first year")
            .whole("last_rank", "Rank in the last year");
    for (LabelTrend each : trends) {
      table.row(
          each.label(),
          each.count(),
          each.trend().tau(),
          each.trend().slope(),
          each.trend().pValue(),
          each.adjusted(),
          each.firstRank(),
          each.lastRank());
    }
    return table.build();
  }

  /** Lists how many repositories of each month have each label. */
  public static Table counts(String name, String title, MonthlyLabels labels, List<String> listed) {
    Table.Builder table =
        Table.named(name, title)
            .text("month", "Month")
            .text("label", "Label")
            .whole("created", "Created")
            .whole("with_label", "With the label")
            .real("share", "Share");
    for (String label : listed) {
      long[] counts = labels.counts(label);
      double[] shares = labels.shares(label);
      for (int i = 0; i < counts.length; i++) {
        table.row(
            labels.months().month(i).toString(), label, labels.created()[i], counts[i], shares[i]);
      }
    }
    return table.build();
  }

  /** Lists the curves of a series beside each other, in the order of their formulas. */
  public static Table curves(String name, String title, Growth growth) {
    Table.Builder table =
        Table.named(name, title)
            .text("curve", "Curve")
            .text("fit", "Fit")
            .real("residuals", "Residual sum of squares")
            .real("aic", "AIC");
    for (CurveFit each : growth.curves()) {
      table.row(
          each.curve().name(),
          each.converged() ? "converged" : "did not converge",
          each.residualSumOfSquares(),
          each.criterion());
    }
    return table.build();
  }

  /** Draws the shares of labels over the months. */
  public static Figure shares(String name, String title, MonthlyLabels labels, List<String> drawn) {
    return new Figure.Plot(
        name,
        title,
        MONTHS,
        new Axis("share of what was created", Scale.LINEAR),
        drawn.stream().map(label -> series(label, labels.shares(label))).toList());
  }

  /** Draws a series over the months, by powers, where exponential growth is a line. */
  public static Figure growth(String name, String title, Growth growth) {
    double[] counts = growth.counts().stream().mapToDouble(Long::doubleValue).toArray();
    return new Figure.Plot(
        name,
        title,
        MONTHS,
        new Axis("repositories", Scale.LOGARITHMIC),
        List.of(series(title, counts)));
  }

  private static Figure.Series series(String title, double[] values) {
    return new Figure.Series(
        title,
        Mark.LINE,
        IntStream.range(0, values.length).mapToObj(i -> (double) i).toList(),
        Arrays.stream(values).boxed().toList());
  }
}

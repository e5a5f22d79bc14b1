package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.trend.Akaike;
import dev.clade.report.Table;
import java.util.List;

/** The tables of growth. */
final class GrowthTables {
  private GrowthTables() {}

  /** Lists what was created in each month, and what there was at its end. */
  static Table months(List<GrowthSeries> series) {
    Table.Builder table =
        Table.named("growth", "Repositories by month of creation")
            .text("kind", "Kind")
            .text("month", "Month")
            .text("series", "Created in the month, or up to its end")
            .whole("repositories", "Repositories");
    for (GrowthSeries each : series) {
      for (int i = 0; i < each.counts().size(); i++) {
        table.row(
            each.kind(), each.months().month(i).toString(), each.name(), each.counts().get(i));
      }
    }
    return table.build();
  }

  /** Lists the line through the logarithms of each series. */
  static Table exponential(List<GrowthSeries> series) {
    Table.Builder table =
        Table.named("exponential_growth", "Exponential growth: the line through the logarithms")
            .text("kind", "Kind")
            .text("series", "Series")
            .whole("months", "Months")
            .real("rate", "Rate b a month")
            .real("rate_lower", "b, lower end of 95 %")
            .real("rate_upper", "b, upper end")
            .real("r_squared", "R² of the logarithms")
            .real("doubling_months", "Months to double")
            .real("doubling_lower", "To double, lower end of 95 %")
            .real("doubling_upper", "To double, upper end");
    for (GrowthSeries each : series) {
      each.growth()
          .map(Growth::exponential)
          .ifPresent(
              fit ->
                  table.row(
                      each.kind(),
                      each.name(),
                      each.counts().size(),
                      fit.rate().value(),
                      fit.rate().lower(),
                      fit.rate().upper(),
                      fit.rSquared(),
                      fit.doublingMonths().value(),
                      fit.doublingMonths().lower(),
                      fit.doublingMonths().upper()));
    }
    return table.build();
  }

  /** Lists the curves through the counts of each series, in the order of their formulas. */
  static Table curves(List<GrowthSeries> series) {
    Table.Builder table =
        Table.named("growth_curves", "Curves through the counts, x in months since the first")
            .text("kind", "Kind")
            .text("series", "Series")
            .text("curve", "Curve")
            .text("formula", "Formula")
            .text("fit", "Fit")
            .real("a", "a")
            .real("b", "b")
            .real("c", "c")
            .real("residuals", "Residual sum of squares")
            .real("aic", "AIC")
            .real("difference", "AIC above the best")
            .real("weight", "Akaike's weight");
    for (GrowthSeries each : series) {
      each.growth()
          .ifPresent(growth -> growth.curves().forEach(fit -> row(table, each, growth, fit)));
    }
    return table.build();
  }

  private static void row(Table.Builder table, GrowthSeries series, Growth growth, CurveFit fit) {
    List<Double> parameters = fit.parameters();
    Akaike place =
        growth.comparison().stream()
            .filter(each -> each.model().equals(fit.curve().name()))
            .findFirst()
            .orElse(new Akaike(fit.curve().name(), Double.NaN, Double.NaN, Double.NaN));
    table.row(
        series.kind(),
        series.name(),
        fit.curve().label(),
        fit.curve().formula(),
        fit.converged() ? "converged" : "did not converge",
        parameters.get(0),
        parameters.get(1),
        parameters.size() > 2 ? parameters.get(2) : Double.NaN,
        fit.residualSumOfSquares(),
        place.criterion(),
        place.difference(),
        place.weight());
  }
}

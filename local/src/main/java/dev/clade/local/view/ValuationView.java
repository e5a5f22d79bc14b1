package dev.clade.local.view;

import dev.clade.local.print.Table;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationDiagnostics;
import dev.clade.valuation.v1.ValuationProgress;
import java.util.Comparator;
import java.util.Locale;

/** A valuation: its values by rank, and how far they can be trusted. */
public final class ValuationView {
  private ValuationView() {}

  /** Returns the run's state, its table of values and its diagnostics. */
  public static String render(Valuation run) {
    StringBuilder text =
        new StringBuilder(
            "%s: %s, %s by %s, seed %d%n"
                .formatted(
                    run.getName(), state(run), run.getUtility(), estimator(run), run.getSeed()));
    text.append(progress(run.getProgress())).append('\n');
    if (!run.getFailure().isEmpty()) {
      text.append("Failed: ").append(run.getFailure()).append('\n');
    }
    if (!run.getEndReason().isEmpty() && !run.getEndReason().equals(run.getFailure())) {
      text.append("Ended: ").append(run.getEndReason()).append('\n');
    }
    if (run.hasPending()) {
      text.append(RunWords.pending(run.getPending()));
    }
    if (run.hasUsage()) {
      text.append(RunWords.usage(run.getUsage()));
    }
    if (run.hasForecast()) {
      text.append(RunWords.forecast(run.getForecast()));
    }
    if (run.getFailedEvaluationsCount() > 0) {
      text.append(RunWords.failed(run));
    }
    if (run.getValuesCount() > 0) {
      text.append(table(run).render());
      text.append(diagnostics(run.getDiagnostics()));
    }
    return text.toString();
  }

  /** Returns what a run that has not been started would do and take. */
  public static String plan(Valuation run) {
    return "%s by %s: %,d coalitions, %,d times each%n%s"
        .formatted(
            run.getUtility(),
            estimator(run),
            run.getCoalitionBudget(),
            run.getReplicateCount(),
            run.hasForecast()
                ? RunWords.forecast(run.getForecast())
                : "Nothing is known of what it would take.%n".formatted());
  }

  /** Returns in a few words how far a run is. */
  public static String progress(ValuationProgress progress) {
    String lost =
        progress.getLostLeases() == 0 ? "" : ", %d leases lost".formatted(progress.getLostLeases());
    String failed =
        progress.getFailedEvaluations() == 0
            ? ""
            : ", %d failed".formatted(progress.getFailedEvaluations());
    return "%,d of %,d evaluations done, %,d running%s%s"
        .formatted(
            progress.getDoneEvaluations(),
            progress.getTotalEvaluations(),
            progress.getRunningEvaluations(),
            failed,
            lost);
  }

  private static Table table(Valuation run) {
    Table table = new Table(">rank", "contributor", ">value", ">error", "95 % interval");
    run.getValuesList().stream()
        .sorted(Comparator.comparingInt(ContributorValue::getRank))
        .forEach(
            value ->
                table.row(
                    value.getRank(),
                    value.getContributor(),
                    number(value.getValue()),
                    number(value.getStandardError()),
                    "%s to %s".formatted(number(value.getLower()), number(value.getUpper()))));
    return table;
  }

  private static String diagnostics(ValuationDiagnostics diagnostics) {
    return ("Utility of nothing %s, of everybody %s; the values add up to the difference but for %.1e."
            + " Standard deviation between seeds %s.%n")
        .formatted(
            number(diagnostics.getEmptyUtility()),
            number(diagnostics.getGrandUtility()),
            diagnostics.getEfficiencyGap(),
            number(diagnostics.getSeedStandardDeviation()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "unknown" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String state(Valuation run) {
    return lower(run.getState().name(), "STATE_");
  }

  private static String estimator(Valuation run) {
    return lower(run.getEstimator().name(), "ESTIMATOR_");
  }

  private static String lower(String name, String prefix) {
    return name.substring(name.startsWith(prefix) ? prefix.length() : 0)
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}

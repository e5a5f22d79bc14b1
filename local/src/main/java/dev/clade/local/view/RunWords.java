package dev.clade.local.view;

import dev.clade.local.client.MoneyText;
import dev.clade.local.print.Table;
import dev.clade.valuation.v1.FailedEvaluation;
import dev.clade.valuation.v1.Forecast;
import dev.clade.valuation.v1.Pending;
import dev.clade.valuation.v1.Range;
import dev.clade.valuation.v1.Usage;
import dev.clade.valuation.v1.Valuation;
import java.util.Locale;

/** What a run waits for, has used, will take and has given up, in words. */
final class RunWords {
  private RunWords() {}

  /** Returns why nothing is being evaluated. */
  static String pending(Pending pending) {
    String reason =
        switch (pending.getReason()) {
          case PENDING_REASON_MISCONFIGURED -> "workers cannot start as they are configured";
          case PENDING_REASON_NO_WORKERS -> "there are no workers for it";
          case PENDING_REASON_EXCEEDS_CAPACITY -> "no node could ever hold a worker";
          case PENDING_REASON_EXCEEDS_QUOTA -> "a quota does not admit even one worker";
          case PENDING_REASON_WAITING_FOR_QUOTA -> "a quota is used up by others";
          case PENDING_REASON_SUSPENDED -> "its workers are suspended";
          case PENDING_REASON_WAITING_FOR_CAPACITY -> "nodes are full";
          case PENDING_REASON_STARTING -> "workers are starting";
          case PENDING_REASON_WAITING_FOR_TURN -> "other runs come first";
          case PENDING_REASON_UNSPECIFIED, UNRECOGNIZED -> "no reason is known";
        };
    return "Waiting: %s%s%s%n"
        .formatted(
            reason,
            pending.getMessage().isEmpty() ? "" : " (" + pending.getMessage() + ")",
            pending.getQueuePosition() == 0
                ? ""
                : "; place %,d in the queue".formatted(pending.getQueuePosition()));
  }

  /** Returns what a run has used. */
  static String usage(Usage usage) {
    return "Used: %,d evaluations begun, %s device hours%s%s%n"
        .formatted(
            usage.getEvaluations(),
            number(usage.getDeviceHours()),
            usage.hasCost() ? ", " + MoneyText.words(usage.getCost()) : "",
            usage.getReusedEvaluations() == 0
                ? ""
                : "; %,d taken over from other runs".formatted(usage.getReusedEvaluations()));
  }

  /** Returns what is left to do, each number with its range. */
  static String forecast(Forecast forecast) {
    String ending =
        switch (forecast.getEnding()) {
          case ENDING_PLAN -> "its plan is done";
          case ENDING_PRECISION -> "values are as precise as wanted";
          case ENDING_BUDGET -> "its budget is spent";
          case ENDING_UNSPECIFIED, UNRECOGNIZED -> "it ends";
        };
    Table table = new Table("until " + ending, ">expected", "from", "to");
    row(table, "evaluations", forecast.hasEvaluations(), forecast.getEvaluations());
    row(
        table,
        "hours with %,d workers".formatted(forecast.getWorkerCount()),
        forecast.hasHours(),
        forecast.getHours());
    row(table, "device hours", forecast.hasDeviceHours(), forecast.getDeviceHours());
    row(table, forecast.getCurrencyCode(), forecast.hasCost(), forecast.getCost());
    return table.render()
        + "From the durations of %,d evaluations.%s%n"
            .formatted(
                forecast.getTimedEvaluations(),
                forecast.getCaveat().isEmpty() ? "" : " " + forecast.getCaveat());
  }

  /** Returns the evaluations that were given up, by name. */
  static String failed(Valuation run) {
    Table table = new Table("given up", ">replicate", ">failures", ">losses", "last failure");
    for (FailedEvaluation each : run.getFailedEvaluationsList()) {
      table.row(
          each.getContributorsCount() == 0
              ? "nobody"
              : String.join(", ", each.getContributorsList()),
          each.getReplicate(),
          each.getFailureCount(),
          each.getLossCount(),
          each.getMessage());
    }
    int more = run.getProgress().getFailedEvaluations() - run.getFailedEvaluationsCount();
    return table.render() + (more > 0 ? "… %,d more%n".formatted(more) : "");
  }

  private static void row(Table table, String name, boolean known, Range range) {
    if (known) {
      table.row(
          name,
          number(range.getExpected()),
          number(range.getLow()),
          Double.isNaN(range.getHigh()) ? "unknown" : number(range.getHigh()));
    }
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? "%,d".formatted((long) number)
        : String.format(Locale.ROOT, "%,.3g", number);
  }
}

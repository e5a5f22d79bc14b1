package dev.clade.local.bench.valuation;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchMesh;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Machine;
import dev.clade.local.bench.Spread;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.ContributorValue;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluations an hour with one and with two workers, the service's part in them, the time from
 * asking for a run to its first result without a worker running, and what runs cost against what
 * was forecast before they began.
 *
 * <p>Runs are the drawn images of six contributors, exact, two trainings a coalition. The figure is
 * the mean time between an evaluation's end and the next one's begin on the same worker: report,
 * ledger, lease and whatever else is not training. One and two workers must give the same values.
 */
public final class EvaluationsBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 20, "ms");
  private static final int FORECASTS = 10;
  private static final int CONTRIBUTORS = 6;
  private static final int FORECAST_CONTRIBUTORS = 4;

  private final Map<String, Double> figures = new LinkedHashMap<>();

  @Override
  public String name() {
    return "evaluations";
  }

  @Override
  public String description() {
    return "service's time an evaluation, evaluations an hour, forecast against actual cost; goal:"
        + " under 20 ms";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    out.printf("%s%n", Machine.describe());
    int forecasts = options.rounds().orElse(FORECASTS);
    List<List<ContributorValue>> values = new ArrayList<>();
    double overhead = 0;
    for (int workers = 1; workers <= 2; workers++) {
      try (BenchMesh mesh = mesh(options.home(), workers)) {
        MeasuredRun run = MeasuredRun.of(mesh.client(), CONTRIBUTORS, options.seed());
        values.add(run.values());
        overhead = Math.max(overhead, note(run, workers, out));
        if (workers == 2) {
          forecast(mesh, forecasts, options.seed(), out);
        }
      }
    }
    boolean same = values.get(0).equals(values.get(1));
    out.printf("values with one and with two workers: %s%n", same ? "the same" : "DIFFERENT");
    return new BenchResult(name(), Machine.describe(), figures, overhead, GOAL, same)
        .conclude("the service's time an evaluation", out);
  }

  private double note(MeasuredRun run, int workers, PrintWriter out) {
    Spread gaps = Spread.of(run.gapMillis());
    double mean = run.gapMillis().stream().mapToDouble(each -> each).average().orElse(Double.NaN);
    figures.put("evaluations_an_hour_%d".formatted(workers), run.perHour());
    figures.put("overhead_ms_%d".formatted(workers), mean);
    figures.put("cold_start_seconds_%d".formatted(workers), run.coldStartSeconds());
    out.printf(
        "%d worker%s: %,d evaluations, %,.0f an hour, each %.3f s; between two of a worker %.1f ms"
            + " on average, median %s; first result %.1f s after the request%n",
        workers,
        workers == 1 ? "" : "s",
        run.evaluations(),
        run.perHour(),
        run.meanSeconds(),
        mean,
        gaps.toString(1),
        run.coldStartSeconds());
    out.flush();
    return mean;
  }

  /** Runs some games of another size, each forecast from those before it. */
  private void forecast(BenchMesh mesh, int count, long seed, PrintWriter out) {
    MeasuredRun.of(mesh.client(), FORECAST_CONTRIBUTORS, seed);
    List<Double> ratios = new ArrayList<>();
    int within = 0;
    for (int i = 1; i <= count; i++) {
      ForecastRun run = ForecastRun.of(mesh.client(), FORECAST_CONTRIBUTORS, seed + i);
      ratios.add(run.ratio());
      within += run.isWithin() ? 1 : 0;
    }
    Spread spread = Spread.of(ratios);
    figures.put("actual_over_forecast_median", spread.median());
    figures.put("actual_over_forecast_most", spread.most());
    figures.put("actual_over_forecast_least", spread.least());
    out.printf(
        "cost of %d runs over what was forecast before each: %s; %d within the forecast's range%n",
        count, spread.toString(3), within);
    out.flush();
  }

  private static BenchMesh mesh(Path home, int workers) throws Exception {
    return new BenchMesh(
        home,
        List.of(Service.VALUATION),
        Map.of(
            "CLADE_VALUATION_LAUNCHER_LOCAL_WORKERS",
            Integer.toString(workers),
            "CLADE_VALUATION_PRICE_CURRENCY",
            "EUR",
            "CLADE_VALUATION_PRICE_DEVICE_HOUR",
            "2.50"));
  }
}

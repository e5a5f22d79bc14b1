package dev.clade.local.bench.valuation;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.valuation.v1.Range;
import dev.clade.valuation.v1.Valuation;

/**
 * A run that was forecast before it began.
 *
 * @param forecast its cost
 * @param actual what it cost
 */
record ForecastRun(Range forecast, double actual) {
  private static final double NANOS = 1e9;

  /** Forecasts and then runs the drawn images of so many contributors. */
  static ForecastRun of(MeshClient client, int contributors, long seed) {
    ValuationRuns runs = new ValuationRuns(client);
    Valuation wished = Drawn.run(runs, contributors, seed);
    Range forecast = runs.forecast(wished).getForecast().getCost();
    Valuation ended = runs.watch(runs.create(wished).getName(), _ -> {});
    return new ForecastRun(
        forecast,
        ended.getUsage().getCost().getUnits() + ended.getUsage().getCost().getNanos() / NANOS);
  }

  /** Returns the actual cost over the one that was expected. */
  double ratio() {
    return actual / forecast.getExpected();
  }

  /** Tells whether the actual cost is in the forecast's range. */
  boolean isWithin() {
    return actual >= forecast.getLow() && actual <= forecast.getHigh();
  }
}

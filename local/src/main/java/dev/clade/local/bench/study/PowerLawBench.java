package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.powerlaw.CountedValues;
import dev.clade.lineage.ecosystem.powerlaw.PowerLawFit;
import dev.clade.lineage.ecosystem.powerlaw.TailComparison;
import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Machine;
import dev.clade.local.bench.Spread;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the discrete power law takes: counting the values, the fit with every xmin tried, and
 * both comparisons. Beside it the Python package powerlaw on the same values, where it is installed
 * and done within a minute.
 */
public final class PowerLawBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 1, "s");
  private static final int ROUNDS = 5;
  private static final int VALUES = 760_000;

  /** How far a drawn column's exponent may be from the one it was drawn by, in standard errors. */
  private static final double MOST_ERRORS = 4;

  private final Map<String, Double> figures = new LinkedHashMap<>();

  @Override
  public String name() {
    return "powerlaw";
  }

  @Override
  public String description() {
    return "a power law with full xmin scan and comparison, 760,000 values; goal: under 1 s";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    ActivityColumns columns = ActivityColumns.of(options, VALUES);
    out.printf("%s%n%s%n", Machine.describe(), columns.description());
    boolean drawn = options.data().isEmpty();
    int rounds = options.rounds().orElse(ROUNDS);
    double slowest = 0;
    boolean correct = true;
    for (Map.Entry<String, long[]> each :
        new TreeMap<>(Map.of("downloads", columns.downloads(), "likes", columns.likes()))
            .entrySet()) {
      String column = each.getKey();
      List<Double> seconds = new ArrayList<>();
      PowerLawFit fit = null;
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        CountedValues values = CountedValues.of(each.getValue());
        fit = PowerLawFit.of(values).orElseThrow();
        TailComparison.of(values, fit.law());
        seconds.add((System.nanoTime() - start) / 1e9);
      }
      Spread spread = Spread.of(seconds);
      slowest = Math.max(slowest, spread.median());
      figures.put(column + "_seconds", spread.median());
      figures.put(column + "_first_seconds", seconds.getFirst());
      out.printf(
          "%s: %s s, the first, cold round %.2f s; xmin %d, alpha %.5f, D %.6f%n",
          column,
          spread.toString(3),
          seconds.getFirst(),
          fit.law().xmin(),
          fit.law().alpha(),
          fit.distance());
      correct &= !drawn || isNear(column, fit, out);
      PythonPowerLaw.measure(column, each.getValue(), fit, figures, out);
    }
    return new BenchResult(name(), Machine.describe(), figures, slowest, GOAL, correct)
        .conclude("the slower column", out);
  }

  private static boolean isNear(String column, PowerLawFit fit, PrintWriter out) {
    double drawnBy =
        column.equals("likes") ? ActivityColumns.LIKES_ALPHA : ActivityColumns.DOWNLOADS_ALPHA;
    double errors = Math.abs(fit.law().alpha() - drawnBy) / fit.standardError();
    out.printf("  drawn by alpha %.2f: %.1f standard errors away%n", drawnBy, errors);
    return errors < MOST_ERRORS;
  }
}

package dev.clade.valuation.study.experiment;

import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Plot;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.evaluation.LinearDatamodelingScore;
import dev.clade.valuation.game.evaluation.RetrainedSubsets;
import dev.clade.valuation.game.evaluation.ShapleyError;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.oracle.Tier.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Which way of training, and which estimator, predicts retrained models best for the same compute?
 * Scores stand beside their ceiling, the score of exact values and that of the best sum there is.
 */
public final class EqualCompute implements Experiment {
  private static final Tier FINE_TUNED = new Tier(Kind.FINE_TUNED, 100);
  private static final Tier SPARSIFIED = new Tier(Kind.SPARSIFIED, 100);
  private static final Tier SPARSIFIED_BRIEFLY = new Tier(Kind.SPARSIFIED, 50);
  private static final int REPETITIONS = 30;
  private static final int RESAMPLES = 100;
  private static final List<Integer> BUDGETS = List.of(4, 8, 16, 32);

  private static final Set<Solver> DRAWN = EnumSet.of(Solver.KERNEL, Solver.SIZE_ADJUSTED);

  /** The budget that claims compare at. */
  private static final int COMPARED = 16;

  private static final List<Solver> SOLVERS =
      List.of(Solver.KERNEL, Solver.PAIRED, Solver.SIZE_ADJUSTED, Solver.PROCESS);

  private final Game game;

  /** Sets the experiment up with a game. */
  public EqualCompute(Game game) {
    this.game = game;
  }

  @Override
  public String name() {
    return game.nameOf("e3");
  }

  @Override
  public String title() {
    return "Scores and errors at equal compute, eight owners of %s".formatted(game.label());
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = game.set(bench);
    ProxyFidelity.evaluate(bench, laboratory);
    Tier retrained = laboratory.oracle().recipe().retrained();
    bench.evaluate(laboratory, Baselines.UNLEARNED, laboratory.interior(), 0, 1);
    Truth.evaluateTest(bench, laboratory, halves(laboratory));
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    Table.Builder bounds =
        Table.named("bounds", "What scores can be read against")
            .text("utility", "utility")
            .real("exact", "of exact values")
            .real("lower", "lower")
            .real("upper", "upper")
            .real("additive", "of the best sum, in sample")
            .real("cross_validated", "of the best sum, cross-validated")
            .real("ceiling", "ceiling: between seeds");
    Baselines baselines = new Baselines(laboratory);
    Table.Builder others = Baselines.table();
    List<Check> checks = new ArrayList<>();
    for (String utility : Truth.UTILITIES) {
      RetrainedSubsets test = Truth.test(laboratory, utility);
      double[] exact =
          Truth.values(Truth.solve(laboratory.table(retrained, utility, 0, ExactTruth.SEEDS)));
      LinearDatamodelingScore score =
          LinearDatamodelingScore.of(exact, test, RESAMPLES, Games.SEED);
      bounds.row(
          utility,
          score.overSeeds().mean(),
          score.overSubsets().lower(),
          score.overSubsets().upper(),
          score.additiveInSample(),
          score.additiveCrossValidated(),
          score.meanCeiling());
      baselines.addRows(others, utility, test);
      Map<Line, List<Point>> lines = lines(laboratory, utility, test, exact);
      tables.add(table(utility, lines));
      figures.add(drawing(utility, lines, score));
      if (utility.equals(Truth.MAIN)) {
        checks.addAll(checks(lines, retrained));
      }
    }
    tables.addFirst(bounds.build());
    tables.add(others.build());
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            tables,
            figures,
            List.of(
                "Scores are 100 times Spearman's correlation over all coalitions of half the"
                    + " contributors, retrained with three further seeds; means over these seeds"
                    + " and medians over 30 designs.",
                "A budget is in retrainings, of training and sampling together; coalitions of"
                    + " nobody and of everybody come on top, and the narrower model's own training"
                    + " once: %.2f retrainings.".formatted(Work.ofProxy(laboratory.oracle())),
                "A score tells order within one size of coalition only; the error beside it tells"
                    + " amounts: 1 is that of paying everybody the same.")),
        checks);
  }

  /**
   * A way to values.
   *
   * @param tier how models come about
   * @param solver how values come of them
   */
  private record Line(Tier tier, Solver solver) {
    String title() {
      return "%s of %s".formatted(solver.title(), tier);
    }
  }

  /** What a budget buys. */
  private record Point(int coalitions, double score, double error) {}

  private static Map<Line, List<Point>> lines(
      Laboratory laboratory, String utility, RetrainedSubsets test, double[] exact) {
    Map<Line, List<Point>> lines = new LinkedHashMap<>();
    List<Tier> tiers =
        List.of(
            laboratory.oracle().recipe().retrained(), FINE_TUNED, SPARSIFIED, SPARSIFIED_BRIEFLY);
    for (Solver solver : SOLVERS) {
      for (Tier tier : tiers) {
        UtilityTable whole = laboratory.table(tier, utility, 0, 1);
        double work = Work.besideRetraining(laboratory.oracle(), tier);
        lines.put(
            new Line(tier, solver),
            BUDGETS.stream()
                .map(budget -> point(whole, solver, (int) (budget / work), test, exact))
                .toList());
      }
    }
    return lines;
  }

  private static Point point(
      UtilityTable whole, Solver solver, int affordable, RetrainedSubsets test, double[] exact) {
    int coalitions = Math.min(affordable, (1 << whole.playerCount()) - 2);
    List<double[]> values =
        LongStream.range(0, REPETITIONS)
            .mapToObj(seed -> solver.solve(whole, coalitions, seed))
            .flatMap(Optional::stream)
            .map(Truth::values)
            .toList();
    return new Point(
        coalitions,
        median(values.stream().mapToDouble(each -> LinearDatamodelingScore.meanScore(each, test))),
        median(values.stream().mapToDouble(each -> ShapleyError.of(each, exact).spreadError())));
  }

  private static double median(DoubleStream figures) {
    double[] all = figures.toArray();
    return all.length == 0 ? Double.NaN : new Median().evaluate(all);
  }

  private static Table table(String utility, Map<Line, List<Point>> lines) {
    Table.Builder table =
        Table.named("equal_compute_" + utility, "At equal compute, by " + utility)
            .text("estimator", "estimator")
            .text("model", "model");
    for (int budget : BUDGETS) {
      table
          .whole("coalitions_" + budget, "coalitions at %d".formatted(budget))
          .real("score_" + budget, "score")
          .real("error_" + budget, "error");
    }
    lines.forEach(
        (line, points) -> {
          List<Object> cells = new ArrayList<>();
          cells.add(line.solver().title());
          cells.add(line.tier().toString());
          points.forEach(
              point -> cells.addAll(List.of(point.coalitions(), point.score(), point.error())));
          table.row(cells.toArray());
        });
    return table.build();
  }

  private static Figure drawing(
      String utility, Map<Line, List<Point>> lines, LinearDatamodelingScore exact) {
    List<Double> budgets = BUDGETS.stream().map(Integer::doubleValue).toList();
    List<Series> series = new ArrayList<>();
    series.add(
        new Series(
            "exact values",
            Mark.LINE,
            List.of(budgets.getFirst(), budgets.getLast()),
            List.of(exact.overSeeds().mean(), exact.overSeeds().mean())));
    lines.forEach(
        (line, points) -> {
          if (DRAWN.contains(line.solver()) && !line.tier().equals(SPARSIFIED_BRIEFLY)) {
            series.add(
                new Series(
                    line.title(), Mark.LINE, budgets, points.stream().map(Point::score).toList()));
          }
        });
    return new Plot(
        "score_" + utility,
        "Linear datamodeling score against compute, by " + utility,
        new Axis("budget in retrainings", Scale.LOGARITHMIC),
        new Axis("score", Scale.LINEAR),
        series);
  }

  private static List<Check> checks(Map<Line, List<Point>> lines, Tier retrained) {
    List<Tier> tiers = List.of(retrained, FINE_TUNED, SPARSIFIED);
    List<Check> checks = new ArrayList<>();
    for (Solver solver : List.of(Solver.KERNEL, Solver.PAIRED)) {
      for (int i = 1; i < tiers.size(); i++) {
        checks.add(
            ordered(
                lines,
                new Line(tiers.get(i), solver),
                COMPARED,
                new Line(tiers.get(i - 1), solver)));
      }
    }
    for (Tier tier : tiers) {
      checks.add(
          ordered(
              lines,
              new Line(tier, Solver.SIZE_ADJUSTED),
              COMPARED,
              new Line(tier, Solver.KERNEL)));
    }
    Line cheap = new Line(SPARSIFIED, Solver.SIZE_ADJUSTED);
    checks.add(ordered(lines, cheap, COMPARED, new Line(retrained, Solver.SIZE_ADJUSTED)));
    checks.add(ordered(lines, cheap, 4, new Line(SPARSIFIED, Solver.KERNEL)));
    return checks;
  }

  /** Claims that one way scores more for a budget than another for the one compared at. */
  private static Check ordered(Map<Line, List<Point>> lines, Line better, int budget, Line worse) {
    double high = lines.get(better).get(BUDGETS.indexOf(budget)).score();
    double low = lines.get(worse).get(BUDGETS.indexOf(COMPARED)).score();
    return new Check(
        "%s scores more for %d retrainings than %s for %d"
            .formatted(better.title(), budget, worse.title(), COMPARED),
        high > low,
        "%.1f against %.1f".formatted(high, low));
  }

  private static List<Coalition> halves(Laboratory laboratory) {
    return laboratory.everyCoalition().stream()
        .filter(each -> each.size() == laboratory.playerCount() / 2)
        .toList();
  }
}

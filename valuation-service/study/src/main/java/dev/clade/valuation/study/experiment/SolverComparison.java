package dev.clade.valuation.study.experiment;

import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Plot;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.evaluation.ShapleyError;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Which estimator is nearest to exact values after how many retrained coalitions? Nothing is
 * trained: designs look at parts of a table that has every coalition.
 */
public final class SolverComparison implements Experiment {
  private static final List<Integer> BUDGETS = List.of(16, 32, 64, 128);
  private static final int REPETITIONS = 200;
  private static final int COVERAGE_BUDGET = 64;

  private final Game game;

  /** Sets the experiment up with a game. */
  public SolverComparison(Game game) {
    this.game = game;
  }

  @Override
  public String name() {
    return game.nameOf("e4");
  }

  @Override
  public String title() {
    return "Errors of estimators on retrained utilities of eight owners of %s"
        .formatted(game.label());
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = game.set(bench);
    Tier retrained = laboratory.oracle().recipe().retrained();
    bench.evaluate(laboratory, retrained, laboratory.everyCoalition(), 0, ExactTruth.SEEDS);
    Table.Builder errors =
        Table.named(
                "errors", "Squared error over the spread of exact values, median of 200 designs")
            .text("utility", "utility")
            .text("estimator", "estimator");
    BUDGETS.forEach(budget -> errors.real("at_" + budget, "%d coalitions".formatted(budget)));
    Table.Builder coverage =
        Table.named("coverage", "How often 95 % intervals hold the exact value")
            .text("utility", "utility")
            .text("estimator", "estimator")
            .real("coverage", "at %d coalitions".formatted(COVERAGE_BUDGET));
    List<Figure> figures = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (String utility : Truth.UTILITIES) {
      UtilityTable whole = laboratory.table(retrained, utility, 0, ExactTruth.SEEDS);
      Map<Solver, List<Double>> medians = new EnumMap<>(Solver.class);
      for (Solver solver : Solver.values()) {
        List<Double> row =
            BUDGETS.stream().map(budget -> medianError(whole, solver, budget)).toList();
        medians.put(solver, row);
        errors.row(cells(utility, solver.title(), row));
      }
      figures.add(drawing(utility, medians));
      checks.addAll(orderings(utility, medians));
      double held = coverage(whole, Solver.SIZE_ADJUSTED);
      coverage.row(utility, Solver.SIZE_ADJUSTED.title(), held);
      checks.add(
          new Check(
              "95 %% intervals of size-adjusted %s hold the exact value in .90 to 1 of cases"
                  .formatted(utility),
              held >= 0.9,
              "%.3f".formatted(held)));
    }
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            List.of(errors.build(), coverage.build()),
            figures,
            List.of(
                "Exact values are those of all coalitions, each the mean of two seeds. An error of 1"
                    + " is that of paying everybody the same.",
                "Coalitions of nobody and of everybody come on top of every budget.")),
        checks);
  }

  private static Object[] cells(String utility, String title, List<Double> row) {
    List<Object> cells = new ArrayList<>(List.of(utility, title));
    cells.addAll(row);
    return cells.toArray();
  }

  /** Seeds that a design does not determine values with are left out; NaN when all are. */
  private static double medianError(UtilityTable whole, Solver solver, int budget) {
    double[] exact = Truth.values(Truth.solve(whole));
    double[] errors =
        LongStream.range(0, REPETITIONS)
            .mapToObj(seed -> solver.solve(whole, budget, seed))
            .flatMap(Optional::stream)
            .mapToDouble(each -> ShapleyError.of(Truth.values(each), exact).spreadError())
            .toArray();
    return errors.length == 0 ? Double.NaN : new Median().evaluate(errors);
  }

  private static double coverage(UtilityTable whole, Solver solver) {
    List<PlayerValue> exact = Truth.solve(whole).values();
    int held = 0;
    int all = 0;
    for (long seed = 0; seed < REPETITIONS; seed++) {
      Solution solution = solver.solve(whole, COVERAGE_BUDGET, seed).orElseThrow();
      for (int player = 0; player < exact.size(); player++) {
        PlayerValue value = solution.values().get(player);
        double truth = exact.get(player).value();
        held += value.lower() <= truth && truth <= value.upper() ? 1 : 0;
        all++;
      }
    }
    return (double) held / all;
  }

  private static List<Check> orderings(String utility, Map<Solver, List<Double>> medians) {
    List<Check> checks = new ArrayList<>();
    for (int i = 1; i < BUDGETS.size() - 1; i++) {
      double best = medians.get(Solver.SIZE_ADJUSTED).get(i);
      for (Solver other : List.of(Solver.KERNEL, Solver.PAIRED, Solver.LEVERAGE)) {
        double theirs = medians.get(other).get(i);
        checks.add(
            new Check(
                "size-adjusted errs less than %s by %s at %d coalitions"
                    .formatted(other.title(), utility, BUDGETS.get(i)),
                best < theirs,
                "%.3g against %.3g".formatted(best, theirs)));
      }
    }
    return checks;
  }

  private static Figure drawing(String utility, Map<Solver, List<Double>> medians) {
    List<Double> budgets = BUDGETS.stream().map(Integer::doubleValue).toList();
    return new Plot(
        "errors_" + utility,
        "Errors on " + utility,
        new Axis("coalitions", Scale.LOGARITHMIC),
        new Axis("squared error over spread", Scale.LOGARITHMIC),
        medians.entrySet().stream()
            .map(each -> new Series(each.getKey().title(), Mark.LINE, budgets, each.getValue()))
            .toList());
  }
}

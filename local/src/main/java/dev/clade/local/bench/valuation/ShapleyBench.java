package dev.clade.local.bench.valuation;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Machine;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.simulation.SimulatedGame;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How far estimated Shapley values are from exact ones at 2, 5, 10 and 30 coalitions a player, on
 * simulated games of 12 players or a table that is given. Beside it every estimator of Shapley
 * values of pyDVL and shapiq on the same games, where they are installed.
 *
 * <p>A budget counts distinct coalitions that are asked for, empty and grand included, for all. The
 * figure is the worst ratio, over budgets and families of games, of the default estimator's median
 * error to that of whichever of the others is best there.
 */
public final class ShapleyBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 1, "");
  private static final int GAMES = 100;
  private static final int[] PER_PLAYER = {2, 5, 10, 30};
  private static final String DEFAULT = "Clade, default";
  private static final double ROUNDING = 1e-12;

  @Override
  public String name() {
    return "shapley";
  }

  @Override
  public String description() {
    return "error of Shapley values over that of the best of pyDVL and shapiq; goal: under 1";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    int count = options.rounds().orElse(GAMES);
    out.printf("%s%n", Machine.describe());
    Map<String, Double> figures = new LinkedHashMap<>();
    double worst = 0;
    boolean right = true;
    for (GameSet set : GameSet.of(options, count)) {
      List<Integer> budgets = budgets(set.players());
      out.printf(
          "%s: %d games of %d players, seeds from %d; squared error over the spread of values,"
              + " medians and quartiles at %s coalitions%n",
          set.name(), count, set.players(), set.firstSeed(), budgets);
      out.flush();
      right &= isExactOnTheWholeTable(set, out);
      Errors errors = new Errors(count);
      measure(set, budgets, DEFAULT, new DefaultEstimator(), errors);
      measure(set, budgets, "Clade, size-adjusted", new SizeAdjustedRegression(), errors);
      Optional<String> problem = PythonShapley.measure(set, budgets, errors);
      double ratio = compare(set, budgets, errors, figures, out);
      problem.ifPresent(reason -> out.printf("  pyDVL and shapiq: %s%n", reason));
      // Without all that the others can do there is nothing to compare with: NaN stays.
      worst = Math.max(worst, problem.isEmpty() ? ratio : Double.NaN);
    }
    return new BenchResult(name(), Machine.describe(), figures, worst, GOAL, right)
        .conclude("the worst ratio to the best other", out);
  }

  private static List<Integer> budgets(int players) {
    return IntStream.of(PER_PLAYER)
        .map(each -> 2 + each * players / 2 * 2)
        .filter(budget -> budget < 1 << players)
        .boxed()
        .toList();
  }

  private static void measure(
      GameSet set, List<Integer> budgets, String method, Estimator estimator, Errors errors) {
    for (int budget : budgets) {
      for (int i = 0; i < set.games().size(); i++) {
        SimulatedGame game = set.games().get(i);
        CoalitionDesign design =
            DefaultEstimator.design(game.playerCount(), budget, set.firstSeed() + i);
        errors.add(method, budget, error(game, design, estimator));
      }
    }
  }

  private static double error(SimulatedGame game, CoalitionDesign design, Estimator estimator) {
    return estimator
        .solve(game.table(design))
        .map(
            solution ->
                game.relativeSquaredError(
                    solution.values().stream().mapToDouble(PlayerValue::value).toArray()))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static boolean isExactOnTheWholeTable(GameSet set, PrintWriter out) {
    double error =
        error(set.observed(), new ExhaustiveDesign(set.players()), new DefaultEstimator());
    out.printf("  all coalitions: error %.1e%s%n", error, error < ROUNDING ? "" : ", WRONG");
    return error < ROUNDING;
  }

  /** Prints all methods and returns the worst ratio of the default to the best other. */
  private static double compare(
      GameSet set,
      List<Integer> budgets,
      Errors errors,
      Map<String, Double> figures,
      PrintWriter out) {
    for (String method : errors.methods()) {
      out.printf(
          "  %-36s %s%n",
          method,
          String.join("  ", budgets.stream().map(b -> errors.describe(method, b)).toList()));
    }
    double worst = 0;
    for (int budget : budgets) {
      double own = errors.median(DEFAULT, budget);
      Optional<String> best =
          errors.methods().stream()
              .filter(Predicate.not(method -> method.startsWith("Clade")))
              .min(Comparator.comparingDouble(method -> errors.median(method, budget)));
      figures.put("%s_%d_error".formatted(set.name(), budget), own);
      double ratio = best.map(method -> own / errors.median(method, budget)).orElse(Double.NaN);
      best.ifPresent(
          method -> {
            figures.put("%s_%d_ratio".formatted(set.name(), budget), ratio);
            out.printf("  at %d coalitions: %.2f of %s%n", budget, ratio, method);
          });
      worst = Math.max(worst, ratio);
    }
    out.flush();
    return worst;
  }
}

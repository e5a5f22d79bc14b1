package dev.clade.valuation.study.experiment;

import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.split.Contribution.Character;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What are contributors worth when every coalition is retrained, twice? The truth that other
 * experiments compare with.
 */
public final class ExactTruth implements Experiment {
  /** Seeds that every coalition is retrained with. */
  static final int SEEDS = 2;

  private final Game game;

  /** Sets the experiment up with a game. */
  public ExactTruth(Game game) {
    this.game = game;
  }

  @Override
  public String name() {
    return game.nameOf("e1");
  }

  @Override
  public String title() {
    return "Exact Shapley values of eight owners of %s, every coalition retrained with two seeds"
        .formatted(game.label());
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = game.set(bench);
    Tier retrained = laboratory.oracle().recipe().retrained();
    bench.evaluate(laboratory, retrained, laboratory.everyCoalition(), 0, SEEDS);
    List<Table> values = new ArrayList<>();
    Table.Builder games =
        Table.named("utilities", "Utilities")
            .text("utility", "utility")
            .real("empty", "of nobody")
            .real("grand", "of everybody")
            .real("seed_deviation", "seed's standard deviation")
            .real("half_size_deviation", "standard deviation over coalitions of half the size")
            .real("agreement", "Pearson of the values of both seeds")
            .real("efficiency_gap", "efficiency gap");
    List<Figure> figures = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (String utility : Truth.UTILITIES) {
      UtilityTable table = laboratory.table(retrained, utility, 0, SEEDS);
      Solution solution = Truth.solve(table);
      values.add(Tables.values(laboratory, utility, solution));
      figures.add(
          Pictures.values("values_" + utility, utility, laboratory.oracle().split(), solution));
      double agreement = Truth.agreement(laboratory, utility);
      games.row(
          utility,
          table.empty(),
          table.grand(),
          solution.diagnostics().seedStandardDeviation(),
          Truth.deviationOfSize(table, laboratory.playerCount() / 2),
          agreement,
          solution.diagnostics().efficiencyGap());
      checks.add(
          new Check(
              "values of %s add up to v(N) - v(empty)".formatted(utility),
              Math.abs(solution.diagnostics().efficiencyGap()) < 1e-9,
              "gap %.1e".formatted(solution.diagnostics().efficiencyGap())));
    }
    check(laboratory, checks);
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            Stream.concat(Stream.of(games.build()), values.stream()).toList(),
            figures,
            List.of(
                "Every coalition's model is trained from its first weights, with two seeds; the"
                    + " intervals are of the training seeds alone, as no coalition is left out.")),
        checks);
  }

  private static void check(Laboratory laboratory, List<Check> checks) {
    Tier retrained = laboratory.oracle().recipe().retrained();
    UtilityTable table = laboratory.table(retrained, Truth.MAIN, 0, SEEDS);
    List<PlayerValue> values = Truth.solve(table).values();
    PlayerValue original = values.getFirst();
    PlayerValue copy = values.get(laboratory.oracle().split().player(Character.COPY));
    double gap = Math.abs(original.value() - copy.value());
    double error = Math.hypot(original.standardError(), copy.standardError());
    checks.add(
        new Check(
            "a copy is worth what its original is (within 3 standard errors)",
            gap < 3 * error,
            "%.4f apart, standard error %.4f".formatted(gap, error)));
    PlayerValue noisy = values.get(laboratory.oracle().split().player(Character.NOISY));
    checks.add(
        new Check(
            "the noisy contributor is worth least by " + Truth.MAIN,
            noisy.rank() == values.size(),
            "rank %d of %d".formatted(noisy.rank(), values.size())));
    double agreement = Truth.agreement(laboratory, Truth.MAIN);
    checks.add(
        new Check(
            "values of two seeds agree: Pearson above .9",
            agreement > 0.9,
            "%.3f".formatted(agreement)));
  }
}

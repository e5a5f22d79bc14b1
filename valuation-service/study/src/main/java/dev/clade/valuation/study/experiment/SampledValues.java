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
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.FixedSizeDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.evaluation.LinearDatamodelingScore;
import dev.clade.valuation.game.evaluation.RetrainedSubsets;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.process.GaussianProcessShap;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.oracle.Tier.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Can contributors be valued where no one can try every coalition? Values come of ten sparsified
 * coalitions a contributor, and are scored against retrained ones of half the size, with three
 * seeds.
 */
public final class SampledValues implements Experiment {
  private static final int COALITIONS_A_PLAYER = 10;
  private static final int SUBSETS = 100;
  private static final Tier SPARSIFIED = new Tier(Kind.SPARSIFIED, 100);
  private static final List<Double> PREFIXES = List.of(0.3, 0.4, 0.5, 0.7, 1.0);

  private static final Map<String, Estimator> ESTIMATORS = estimators();

  private static Map<String, Estimator> estimators() {
    Map<String, Estimator> all = new LinkedHashMap<>();
    all.put("size-adjusted", new SizeAdjustedRegression());
    all.put("odd Gaussian process", new GaussianProcessShap());
    all.put("Leverage SHAP", new LeverageShap());
    all.put("linear MSR", new LinearMsr());
    return all;
  }

  private final String name;
  private final String title;
  private final List<String> predicted;
  private final List<String> others;
  private final Setting setting;

  /** Sets a game up. */
  interface Setting {
    /** Returns the game's laboratory. */
    Laboratory set(Workbench bench) throws IOException;
  }

  /**
   * Sets the experiment up.
   *
   * @param predicted utilities of which values are claimed to predict retrained models
   * @param others utilities of which nothing is claimed
   */
  private SampledValues(
      String name, String title, List<String> predicted, List<String> others, Setting setting) {
    this.name = name;
    this.title = title;
    this.predicted = predicted;
    this.others = others;
    this.setting = setting;
  }

  /** Returns the experiment with twenty owners, each of half a class of digits. */
  public static SampledValues ofTwenty() {
    return new SampledValues(
        "e6",
        "Values of twenty owners of halves of classes, from 200 sparsified coalitions",
        Truth.UTILITIES,
        List.of(),
        Games::twenty);
  }

  /** Returns the experiment with fonts, whose letters are known by their style. */
  public static SampledValues ofFonts() {
    return new SampledValues(
        "e8",
        "Values of fonts by style, variety and legibility of generated letters",
        List.of("class_entropy", "letters.classifier_score"),
        List.of(Truth.MAIN),
        Games::fonts);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = setting.set(bench);
    int n = laboratory.playerCount();
    int budget = COALITIONS_A_PLAYER * n;
    Tier retrained = laboratory.oracle().recipe().retrained();
    CoalitionDesign design = DefaultEstimator.design(n, budget + 2, Games.SEED);
    List<Coalition> interior = design.coalitions().subList(2, budget + 2);
    List<Coalition> subsets = FixedSizeDesign.draw(n, 0.5, SUBSETS, Games.SEED + 1).subsets();
    bench.evaluate(laboratory, retrained, laboratory.endpoints(), 0, ExactTruth.SEEDS);
    bench.evaluate(laboratory, SPARSIFIED, interior, 0, 1);
    Truth.evaluateTest(bench, laboratory, subsets);

    Table.Builder scores =
        Table.named("scores", "Linear datamodeling scores from ten coalitions a contributor")
            .text("utility", "utility")
            .text("estimator", "estimator")
            .real("score", "score")
            .real("seeds_lower", "lower, over seeds")
            .real("seeds_upper", "upper, over seeds")
            .real("subsets_lower", "lower, over subsets")
            .real("subsets_upper", "upper, over subsets")
            .real("additive", "best sum, cross-validated")
            .real("ceiling", "ceiling");
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (String utility : Stream.concat(predicted.stream(), others.stream()).toList()) {
      UtilityTable table = laboratory.table(SPARSIFIED, utility, 0, ExactTruth.SEEDS);
      RetrainedSubsets test = Truth.test(laboratory, utility);
      ESTIMATORS.forEach(
          (name, estimator) -> {
            Solution solution = estimator.solve(table).orElseThrow();
            LinearDatamodelingScore score =
                LinearDatamodelingScore.of(Truth.values(solution), test, 100, Games.SEED);
            scores.row(
                utility,
                name,
                score.overSeeds().mean(),
                score.overSeeds().interval().lower(),
                score.overSeeds().interval().upper(),
                score.overSubsets().lower(),
                score.overSubsets().upper(),
                score.additiveCrossValidated(),
                score.meanCeiling());
            if (name.equals("size-adjusted") && predicted.contains(utility)) {
              checks.add(
                  new Check(
                      "values by %s predict retrained models: above 0 over subsets"
                          .formatted(utility),
                      score.overSubsets().lower() > 0,
                      "%.1f to %.1f"
                          .formatted(score.overSubsets().lower(), score.overSubsets().upper())));
            }
          });
      if (utility.equals(predicted.getFirst())) {
        Solution solution = new SizeAdjustedRegression().solve(table).orElseThrow();
        tables.add(Tables.values(laboratory, utility, solution));
        figures.add(Pictures.values("values", utility, laboratory.oracle().split(), solution));
        figures.add(convergence(laboratory, design, table));
        double gap = Math.abs(solution.diagnostics().efficiencyGap());
        checks.add(
            new Check("values add up to v(N) - v(empty)", gap < 1e-9, "gap %.1e".formatted(gap)));
      }
    }
    tables.addFirst(scores.build());
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            tables,
            figures,
            List.of(
                "Values come of models that were fine-tuned for 100 steps from the pruned one,"
                    + " scores of models retrained on half of the contributors.")),
        checks);
  }

  /** Draws the mean half width of intervals against the coalitions that were looked at. */
  private static Figure convergence(
      Laboratory laboratory, CoalitionDesign design, UtilityTable table) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (double part : PREFIXES) {
      int count = (int) Math.round(part * (design.coalitions().size() - 2));
      Set<Coalition> first = new HashSet<>(design.coalitions().subList(0, count + 2));
      new SizeAdjustedRegression()
          .solve(table.filter(first::contains))
          .ifPresent(
              solution -> {
                x.add((double) count);
                y.add(
                    solution.values().stream()
                        .mapToDouble(each -> (each.upper() - each.lower()) / 2)
                        .average()
                        .orElse(Double.NaN));
              });
    }
    return new Plot(
        "convergence",
        "How intervals narrow, %d contributors".formatted(laboratory.playerCount()),
        new Axis("coalitions", Scale.LOGARITHMIC),
        new Axis("mean half width of 95 % intervals", Scale.LOGARITHMIC),
        List.of(new Series("size-adjusted", Mark.LINE, x, y)));
  }
}

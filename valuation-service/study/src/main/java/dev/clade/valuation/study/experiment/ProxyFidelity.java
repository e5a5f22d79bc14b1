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
import dev.clade.valuation.game.certainty.ProxyAgreement;
import dev.clade.valuation.game.statistic.Correlation;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.oracle.Tier.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How true are utilities and values of models that are merely fine-tuned, pruned or not? */
public final class ProxyFidelity implements Experiment {
  /** Steps of fine-tuning that are tried. */
  static final List<Integer> STEPS = List.of(25, 50, 100, 200);

  private final Game game;

  /** Sets the experiment up with a game. */
  public ProxyFidelity(Game game) {
    this.game = game;
  }

  @Override
  public String name() {
    return game.nameOf("e2");
  }

  @Override
  public String title() {
    return "Fidelity of fine-tuned and of sparsified models to retrained ones, eight owners of %s"
        .formatted(game.label());
  }

  /** Computes the utilities of every coalition at every number of steps. */
  static void evaluate(Workbench bench, Laboratory laboratory) throws IOException {
    Tier retrained = laboratory.oracle().recipe().retrained();
    bench.evaluate(laboratory, retrained, laboratory.everyCoalition(), 0, ExactTruth.SEEDS);
    for (Kind kind : List.of(Kind.SPARSIFIED, Kind.FINE_TUNED)) {
      for (int steps : STEPS) {
        bench.evaluate(laboratory, new Tier(kind, steps), laboratory.interior(), 0, 1);
      }
    }
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = game.set(bench);
    evaluate(bench, laboratory);
    Table.Builder table =
        Table.named("fidelity", "Agreement with retraining over all coalitions")
            .text("utility", "utility")
            .text("model", "model")
            .whole("steps", "steps")
            .real("pearson", "Pearson of v")
            .real("pearson_within_size", "Pearson of v within sizes")
            .real("mean_absolute_error", "mean absolute error of v")
            .real("pearson_of_values", "Pearson of values")
            .real("spearman_of_values", "Spearman of values")
            .real("work", "work beside a retraining");
    List<Check> checks = new ArrayList<>();
    for (String utility : Truth.UTILITIES) {
      UtilityTable truth = retrained(laboratory, utility);
      double[] exact = Truth.values(Truth.solve(truth));
      for (Kind kind : List.of(Kind.FINE_TUNED, Kind.SPARSIFIED)) {
        for (int steps : STEPS) {
          Tier tier = new Tier(kind, steps);
          UtilityTable proxy = laboratory.table(tier, utility, 0, ExactTruth.SEEDS);
          ProxyAgreement agreement = ProxyAgreement.of(proxy, truth);
          double[] values = Truth.values(Truth.solve(proxy));
          double pearson = Correlation.pearson(values, exact);
          table.row(
              utility,
              tier.kind() == Kind.SPARSIFIED ? "sparsified" : "fine-tuned",
              steps,
              agreement.pearson(),
              agreement.withinSizePearson(),
              agreement.meanAbsoluteError(),
              pearson,
              Correlation.spearman(values, exact),
              Work.besideRetraining(laboratory.oracle(), tier));
          if (utility.equals(Truth.MAIN)
              && kind == Kind.SPARSIFIED
              && steps >= game.enoughSteps()) {
            checks.add(
                new Check(
                    "values of %s agree with exact ones: Pearson above .9".formatted(tier),
                    pearson > 0.9,
                    "%.3f".formatted(pearson)));
          }
        }
      }
    }
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            List.of(table.build()),
            List.of(drawing(laboratory)),
            List.of(
                "Retrained utilities are means of two seeds, those of fine-tuned models of one; the"
                    + " coalitions of nobody and of everybody are retrained ones for all.",
                "Much of the correlation of v is the size of coalitions, which moves no value:"
                    + " look at the one within sizes.",
                "Work is counted in multiplications by weights, training and sampling together; what"
                    + " the narrower model costs once is left out: %.2f retrainings."
                        .formatted(Work.ofProxy(laboratory.oracle())))),
        checks);
  }

  private static UtilityTable retrained(Laboratory laboratory, String utility) {
    return laboratory.table(laboratory.oracle().recipe().retrained(), utility, 0, ExactTruth.SEEDS);
  }

  private static Figure drawing(Laboratory laboratory) {
    UtilityTable truth = retrained(laboratory, Truth.MAIN);
    List<Series> series = new ArrayList<>();
    for (int steps : List.of(STEPS.getFirst(), STEPS.getLast())) {
      UtilityTable proxy =
          laboratory.table(new Tier(Kind.SPARSIFIED, steps), Truth.MAIN, 0, ExactTruth.SEEDS);
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      laboratory
          .interior()
          .forEach(
              coalition -> {
                x.add(truth.mean(coalition));
                y.add(proxy.mean(coalition));
              });
      series.add(new Series("sparsified, %d steps".formatted(steps), Mark.POINTS, x, y));
    }
    return new Plot(
        "utilities",
        "Every coalition's " + Truth.MAIN,
        new Axis("retrained", Scale.LINEAR),
        new Axis("sparsified", Scale.LINEAR),
        series);
  }
}

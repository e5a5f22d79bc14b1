package dev.clade.valuation.study.experiment;

import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.statistic.Correlation;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.split.Contribution;
import dev.clade.valuation.study.split.Contribution.Character;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Do values depend on the network? The game of digits once more, with a small U-Net. */
public final class OtherNetwork implements Experiment {
  /** The U-Net costs ten times as much, so not every coalition is tried. */
  private static final int COALITIONS = 96;

  @Override
  public String name() {
    return "unet";
  }

  @Override
  public String title() {
    return "Values of eight owners of digits by a perceptron and by a U-Net";
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory perceptron = Games.digits(bench);
    Laboratory unet = Games.unet(bench);
    bench.evaluate(
        perceptron,
        perceptron.oracle().recipe().retrained(),
        perceptron.everyCoalition(),
        0,
        ExactTruth.SEEDS);
    bench.evaluate(
        unet,
        unet.oracle().recipe().retrained(),
        DefaultEstimator.design(unet.playerCount(), COALITIONS + 2, Games.SEED).coalitions(),
        0,
        1);
    Table.Builder agreement =
        Table.named("agreement", "Values by one network against those by the other")
            .text("utility", "utility")
            .real("perceptron", "v of everybody, perceptron")
            .real("unet", "v of everybody, U-Net")
            .real("pearson", "Pearson of values")
            .real("spearman", "Spearman of values");
    Table.Builder values =
        Table.named("values", "Values by " + Truth.MAIN)
            .text("contributor", "contributor")
            .real("perceptron", "perceptron")
            .real("unet", "U-Net");
    List<Check> checks = new ArrayList<>();
    for (String utility : Truth.UTILITIES) {
      UtilityTable one = table(perceptron, utility, ExactTruth.SEEDS);
      UtilityTable other = table(unet, utility, 1);
      double[] ofOne = Truth.values(Truth.solve(one));
      Solution sampled = new SizeAdjustedRegression().solve(other).orElseThrow();
      double[] ofOther = Truth.values(sampled);
      double pearson = Correlation.pearson(ofOne, ofOther);
      agreement.row(
          utility, one.grand(), other.grand(), pearson, Correlation.spearman(ofOne, ofOther));
      if (utility.equals(Truth.MAIN)) {
        List<Contribution> contributions = unet.oracle().split().contributions();
        for (int player = 0; player < ofOne.length; player++) {
          values.row(contributions.get(player).name(), ofOne[player], ofOther[player]);
        }
        checks.add(
            new Check(
                "values by %s agree: Pearson above .8".formatted(utility),
                pearson > 0.8,
                "%.3f".formatted(pearson)));
        int noisy = unet.oracle().split().player(Character.NOISY);
        int rank = sampled.values().get(noisy).rank();
        checks.add(
            new Check(
                "the noisy contributor is worth least by the U-Net, too",
                rank == ofOther.length,
                "rank %d of %d".formatted(rank, ofOther.length)));
      }
    }
    return new Outcome(
        new Report(
            Truth.coverage(unet),
            List.of(agreement.build(), values.build()),
            List.of(),
            List.of(
                "The U-Net has two levels and %,d weights, and is trained for %d steps on each of %d"
                        .formatted(
                            unet.oracle().full().parameterCount(),
                            unet.oracle().recipe().trainingSteps(),
                            COALITIONS)
                    + " coalitions with one seed; its values come of the size-adjusted regression,"
                    + " those of the perceptron of every coalition.")),
        checks);
  }

  private static UtilityTable table(Laboratory laboratory, String utility, int seeds) {
    return laboratory.table(laboratory.oracle().recipe().retrained(), utility, 0, seeds);
  }
}

package dev.clade.valuation.study.experiment;

import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.study.oracle.CoalitionOracle;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.split.Contribution.Character;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What are good images with wrong labels worth? As much as others by every property of the images
 * alone; only a property of a model of classes that asks for the right ones sees them.
 */
public final class LabelNoise implements Experiment {
  @Override
  public String name() {
    return "labels";
  }

  @Override
  public String title() {
    return "Exact values of eight owners of labelled digits, one of them with wrong labels";
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = Games.labels(bench);
    Tier retrained = laboratory.oracle().recipe().retrained();
    bench.evaluate(laboratory, retrained, laboratory.everyCoalition(), 0, ExactTruth.SEEDS);
    int mislabelled = laboratory.oracle().split().player(Character.MISLABELLED);
    List<Table> tables = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (String utility : List.of(Truth.MAIN, CoalitionOracle.CLASS_AGREEMENT)) {
      UtilityTable table = laboratory.table(retrained, utility, 0, ExactTruth.SEEDS);
      Solution solution = Truth.solve(table);
      tables.add(Tables.values(laboratory, utility, solution));
      int rank = solution.values().get(mislabelled).rank();
      boolean seen = utility.equals(CoalitionOracle.CLASS_AGREEMENT);
      checks.add(
          new Check(
              seen
                  ? "wrong labels are worth least by " + utility
                  : "wrong labels are not worth least by " + utility,
              seen == (rank == laboratory.playerCount()),
              "rank %d of %d".formatted(rank, laboratory.playerCount())));
    }
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            tables,
            List.of(),
            List.of(
                "The model knows classes and generates them in the coalition's shares; agreement is"
                    + " the mean probability that the reference classifier gives to the class asked"
                    + " for.")),
        checks);
  }
}

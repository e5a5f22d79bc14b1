package dev.clade.valuation.study.experiment;

import dev.clade.report.Report;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.evaluation.RetrainedSubsets;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.split.Contribution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/** Values by every coalition, and how sure they are. */
final class Truth {
  /** The utility that most is said of. */
  static final String MAIN = "neg_log_fid";

  /** Utilities that are shared out. */
  static final List<String> UTILITIES = List.of(MAIN, "classifier_score", "class_entropy");

  /** Seeds of the models that values are tested against: other ones than values come from. */
  private static final int TEST_SEEDS = 3;

  private Truth() {}

  /** Returns the values of a table that has every coalition. */
  static Solution solve(UtilityTable table) {
    return new ExactEnumeration(table.playerCount()).solve(table).orElseThrow();
  }

  /** Retrains coalitions of half the players with the seeds that values are tested against. */
  static void evaluateTest(Workbench bench, Laboratory laboratory, List<Coalition> halves)
      throws IOException {
    bench.evaluate(
        laboratory,
        laboratory.oracle().recipe().retrained(),
        halves,
        ExactTruth.SEEDS,
        ExactTruth.SEEDS + TEST_SEEDS);
  }

  /** Returns the utilities of all coalitions of half the players that were retrained for tests. */
  static RetrainedSubsets test(Laboratory laboratory, String utility) {
    Tier retrained = laboratory.oracle().recipe().retrained();
    int half = laboratory.playerCount() / 2;
    return RetrainedSubsets.of(
        IntStream.range(ExactTruth.SEEDS, ExactTruth.SEEDS + TEST_SEEDS)
            .mapToObj(
                seed ->
                    laboratory
                        .table(retrained, utility, seed, seed + 1)
                        .filter(each -> each.size() == half))
            .toList());
  }

  /** Returns the values alone. */
  static double[] values(Solution solution) {
    return solution.values().stream().mapToDouble(PlayerValue::value).toArray();
  }

  /** Returns Pearson's correlation of the values that the first and the second seed alone give. */
  static double agreement(Laboratory laboratory, String utility) {
    Tier retrained = laboratory.oracle().recipe().retrained();
    return new PearsonsCorrelation()
        .correlation(
            values(solve(laboratory.table(retrained, utility, 0, 1))),
            values(solve(laboratory.table(retrained, utility, 1, 2))));
  }

  /** Returns the standard deviation of mean utilities over all known coalitions of a size. */
  static double deviationOfSize(UtilityTable table, int size) {
    StreamingStatistics statistics = new StreamingStatistics();
    table.forEach(
        (coalition, utilities) -> {
          if (coalition.size() == size) {
            statistics.addValue(utilities.mean());
          }
        });
    return statistics.getStandardDeviation();
  }

  /** Returns who brings how many images. */
  static List<Report.Fact> coverage(Laboratory laboratory) {
    List<Report.Fact> facts = new ArrayList<>();
    facts.add(
        new Report.Fact(
            "reference images that nobody owns", laboratory.oracle().split().reference().count()));
    for (Contribution each : laboratory.oracle().split().contributions()) {
      facts.add(new Report.Fact("images of " + each.name(), each.images().count()));
    }
    return facts;
  }
}

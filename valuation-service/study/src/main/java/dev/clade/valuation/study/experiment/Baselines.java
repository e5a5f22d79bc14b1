package dev.clade.valuation.study.experiment;

import dev.clade.report.Table;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.evaluation.CounterfactualRemoval;
import dev.clade.valuation.game.evaluation.LinearDatamodelingScore;
import dev.clade.valuation.game.evaluation.RetrainedSubsets;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.oracle.Tier.Kind;
import dev.clade.valuation.worker.attribution.AttributionMethod;
import dev.clade.valuation.worker.attribution.ContributorScores;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What others would pay by: leaving one out, what one brings alone, and scores of images, summed,
 * averaged or at their largest. Beside them exact values and those of sparsified coalitions.
 */
final class Baselines {
  /** The part of contributors that is removed: three of eight. */
  private static final double REMOVED = 0.375;

  /** Images that contributors' images are compared with. */
  private static final int GENERATED = 256;

  /** The one that influence unlearning makes of the model of everybody's images. */
  static final Tier UNLEARNED = new Tier(Kind.UNLEARNED, 0);

  private static final Tier SPARSIFIED = new Tier(Kind.SPARSIFIED, 100);

  private final Laboratory laboratory;
  private final Map<String, double[]> scores = new LinkedHashMap<>();

  /** Scores contributors by everything that does not depend on a utility. */
  Baselines(Laboratory laboratory) {
    this.laboratory = laboratory;
    laboratory
        .oracle()
        .attribution(GENERATED)
        .forEach(
            (method, byContributor) -> {
              String name = method.name().toLowerCase(Locale.ROOT).replace('_', ' ');
              if (method == AttributionMethod.SIZE) {
                scores.put(name, byContributor.sum());
              } else {
                add(name, byContributor);
              }
            });
  }

  private void add(String name, ContributorScores byContributor) {
    scores.put(name + ", sum", byContributor.sum());
    scores.put(name + ", mean", byContributor.mean());
    scores.put(name + ", max", byContributor.max());
  }

  /** Begins the table that {@link #addRows} fills. */
  static Table.Builder table() {
    return Table.named("baselines", "Scores of other methods, and what removal does")
        .text("utility", "utility")
        .text("method", "method")
        .real("score", "score")
        .real("without_top", "change of v without the three highest")
        .real("without_bottom", "change of v without the three lowest");
  }

  /** Adds a row for each method. */
  void addRows(Table.Builder table, String utility, RetrainedSubsets test) {
    UtilityTable retrained =
        laboratory.table(laboratory.oracle().recipe().retrained(), utility, 0, ExactTruth.SEEDS);
    methods(utility, retrained)
        .forEach(
            (method, values) -> {
              CounterfactualRemoval removal = CounterfactualRemoval.of(values, REMOVED);
              table.row(
                  utility,
                  method,
                  LinearDatamodelingScore.meanScore(values, test),
                  retrained.mean(removal.withoutTop()) - retrained.grand(),
                  retrained.mean(removal.withoutBottom()) - retrained.grand());
            });
  }

  /** Returns the values of every method by its name. */
  private Map<String, double[]> methods(String utility, UtilityTable retrained) {
    int n = retrained.playerCount();
    Map<String, double[]> all = new LinkedHashMap<>();
    all.put("exact", Truth.values(Truth.solve(retrained)));
    all.put(
        SPARSIFIED + ", every coalition",
        Truth.values(Truth.solve(laboratory.table(SPARSIFIED, utility, 0, ExactTruth.SEEDS))));
    all.put(
        "influence unlearning, every coalition",
        Truth.values(Truth.solve(laboratory.table(UNLEARNED, utility, 0, ExactTruth.SEEDS))));
    all.put(
        "leave one out",
        IntStream.range(0, n)
            .mapToDouble(i -> retrained.grand() - retrained.mean(single(n, i).complement()))
            .toArray());
    all.put(
        "alone",
        IntStream.range(0, n)
            .mapToDouble(i -> retrained.mean(single(n, i)) - retrained.empty())
            .toArray());
    all.putAll(scores);
    return all;
  }

  private static Coalition single(int players, int player) {
    return new Coalition(players, 1L << player);
  }
}

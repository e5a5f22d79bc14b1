package dev.clade.valuation.study.experiment;

import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.statistic.Correlation;
import dev.clade.valuation.game.tree.Boosting;
import dev.clade.valuation.game.tree.SurrogateShap;
import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.oracle.Tier.Kind;
import dev.clade.valuation.study.split.Contribution;
import dev.clade.valuation.study.split.Contribution.Character;
import dev.clade.valuation.study.split.Dealer;
import dev.clade.valuation.study.split.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * When is it enough to let the model of everybody's images generate what a coalition has the labels
 * of, and train nothing? Where one contributor is one class; not where an honest and a noisy one
 * share a class, for then nobody sees who brought what.
 */
public final class ConditionValues implements Experiment {
  private static final Tier CONDITIONED = new Tier(Kind.CONDITIONED, 0);
  private static final int SURROGATE_COALITIONS = 128;

  /** Standard deviation, where 1 is from black to white: little of an image is left. */
  private static final double HEAVY_NOISE = 1;

  @Override
  public String name() {
    return "e7";
  }

  @Override
  public String title() {
    return "Values of conditions of one model, against retraining";
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory apart = laboratory(bench, ofClasses(bench.digits()));
    Laboratory shared = laboratory(bench, ofASharedClass(bench.digits()));
    Table.Builder agreement =
        Table.named("agreement", "Values of conditions against values of retraining")
            .text("game", "game")
            .text("utility", "utility")
            .real("pearson", "Pearson")
            .real("spearman", "Spearman")
            .real("surrogate", "Pearson of the tree surrogate with all coalitions");
    Table.Builder pair =
        Table.named("pair", "The honest and the noisy owner of one class, by " + Truth.MAIN)
            .text("values_of", "values of")
            .real("honest", "honest")
            .real("noisy", "noisy");
    List<Check> checks = new ArrayList<>();
    for (Laboratory each : List.of(apart, shared)) {
      evaluate(bench, each);
      for (String utility : Truth.UTILITIES) {
        double[] truth = values(each, each.oracle().recipe().retrained(), utility);
        double[] conditions = values(each, CONDITIONED, utility);
        agreement.row(
            each.oracle().split().name(),
            utility,
            Correlation.pearson(conditions, truth),
            Correlation.spearman(conditions, truth),
            surrogate(each, utility));
      }
    }
    double[] truth = values(shared, shared.oracle().recipe().retrained(), Truth.MAIN);
    double[] conditions = values(shared, CONDITIONED, Truth.MAIN);
    int noisy = shared.oracle().split().player(Character.NOISY);
    int honest = 0;
    pair.row("retraining", truth[honest], truth[noisy]);
    pair.row("conditions", conditions[honest], conditions[noisy]);
    double apartAgreement =
        Correlation.pearson(
            values(apart, CONDITIONED, Truth.MAIN),
            values(apart, apart.oracle().recipe().retrained(), Truth.MAIN));
    checks.add(
        new Check(
            "one contributor a class: values of conditions agree with retraining, Pearson above .7",
            apartAgreement > 0.7,
            "%.3f".formatted(apartAgreement)));
    double trueGap = truth[honest] - truth[noisy];
    double seenGap = conditions[honest] - conditions[noisy];
    checks.add(
        new Check(
            "a shared class: conditions see less than half of what tells honest from noisy",
            Math.abs(seenGap) < trueGap / 2,
            "%.3f of %.3f".formatted(seenGap, trueGap)));
    return new Outcome(
        new Report(
            Truth.coverage(shared),
            List.of(agreement.build(), pair.build()),
            List.of(),
            List.of(
                "Values of conditions say what labels are worth, not data: whoever owns equal labels"
                    + " gets equal credit for them.",
                "The surrogate is fitted to %d coalitions and compared with all of them, both of"
                        .formatted(SURROGATE_COALITIONS)
                    + " conditions.")),
        checks);
  }

  private static void evaluate(Workbench bench, Laboratory laboratory) throws IOException {
    bench.evaluate(
        laboratory, laboratory.oracle().recipe().retrained(), laboratory.everyCoalition(), 0, 1);
    bench.evaluate(laboratory, CONDITIONED, laboratory.interior(), 0, 1);
  }

  private static double[] values(Laboratory laboratory, Tier tier, String utility) {
    return Truth.values(Truth.solve(laboratory.table(tier, utility, 0, 1)));
  }

  private static double surrogate(Laboratory laboratory, String utility) {
    UtilityTable whole = laboratory.table(CONDITIONED, utility, 0, 1);
    var chosen =
        new HashSet<>(
            DefaultEstimator.design(laboratory.playerCount(), SURROGATE_COALITIONS, Games.SEED)
                .coalitions());
    Solution solution =
        new SurrogateShap(Boosting.published(Games.SEED))
            .solve(whole.filter(chosen::contains))
            .orElseThrow();
    return Correlation.pearson(Truth.values(solution), Truth.values(Truth.solve(whole)));
  }

  private static Laboratory laboratory(Workbench bench, Split split) throws IOException {
    return bench.laboratory(split, Games.recipe(split.reference(), 64, 10));
  }

  /** Eight contributors, each with one of the digits 0 to 7. */
  private static Split ofClasses(LabelledImages images) {
    return new Dealer(images, Games.SEED).reference(500).classes(8).split("classes");
  }

  /** Eight contributors: digits 0 to 6, and a second owner of zeros, whose images are noisy. */
  private static Split ofASharedClass(LabelledImages images) {
    Split apart = new Dealer(images, Games.SEED).reference(500).classes(7).split("shared-class");
    LabelledImages zeros = apart.contributions().getFirst().images();
    int half = zeros.count() / 2;
    List<Contribution> contributions = new ArrayList<>(apart.contributions());
    contributions.set(0, new Contribution("0", Character.HONEST, zeros.range(0, half)));
    contributions.add(
        new Contribution(
            Character.NOISY.name().toLowerCase(Locale.ROOT),
            Character.NOISY,
            Dealer.noisy(zeros.range(half, 2 * half), HEAVY_NOISE, Games.SEED)));
    return new Split(apart.name(), apart.reference(), contributions);
  }
}

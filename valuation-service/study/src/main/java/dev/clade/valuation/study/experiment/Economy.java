package dev.clade.valuation.study.experiment;

import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.payout.Adjustment;
import dev.clade.valuation.game.payout.Contributor;
import dev.clade.valuation.game.payout.Payment;
import dev.clade.valuation.game.payout.Payout;
import dev.clade.valuation.game.payout.PayoutRequest;
import dev.clade.valuation.game.payout.PayoutRule;
import dev.clade.valuation.game.payout.Property;
import dev.clade.valuation.game.payout.Scale;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.oracle.Tier;
import dev.clade.valuation.study.split.Contribution.Character;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What do rules pay one who brings nothing, one who brings noise, one who copies, and one who comes
 * under two names? Every coalition is retrained, twice.
 */
public final class Economy implements Experiment {
  /** A hundred thousand, in hundredths. */
  private static final long BUDGET = 10_000_000;

  private static final Map<String, PayoutRule> RULES = rules();

  private static Map<String, PayoutRule> rules() {
    Map<String, PayoutRule> rules = new LinkedHashMap<>();
    rules.put("proportional", PayoutRule.proportional(Adjustment.NONE));
    rules.put("with transfers", PayoutRule.withTransfers());
    rules.put("two pots", PayoutRule.twoPots(0.2, false));
    rules.put("significance gate", PayoutRule.proportional(Adjustment.SIGNIFICANCE_GATE));
    rules.put("shrinkage", PayoutRule.proportional(Adjustment.SHRINKAGE));
    return rules;
  }

  @Override
  public String name() {
    return "e5";
  }

  @Override
  public String title() {
    return "Payouts to owners of digits: nothing, noise, a copy, and one under two names";
  }

  @Override
  public Outcome run(Workbench bench) throws IOException {
    Laboratory laboratory = Games.economy(bench);
    Tier retrained = laboratory.oracle().recipe().retrained();
    bench.evaluate(laboratory, retrained, laboratory.everyCoalition(), 0, ExactTruth.SEEDS);
    UtilityTable table = laboratory.table(retrained, Truth.MAIN, 0, ExactTruth.SEEDS);
    Solution solution = Truth.solve(table);
    List<Check> checks = new ArrayList<>();
    PlayerValue nothing =
        solution.values().get(laboratory.oracle().split().player(Character.EMPTY));
    checks.add(
        new Check(
            "who brings nothing is worth nothing: the interval holds 0",
            nothing.lower() <= 0 && nothing.upper() >= 0,
            "%.4f, %.4f to %.4f".formatted(nothing.value(), nothing.lower(), nothing.upper())));
    Table payouts = payouts(laboratory, solution, checks);
    Identities identities = new Identities(laboratory, table);
    checks.add(identities.check());
    return new Outcome(
        new Report(
            Truth.coverage(laboratory),
            List.of(Tables.values(laboratory, Truth.MAIN, solution), payouts, identities.table()),
            List.of(Pictures.values("values", Truth.MAIN, laboratory.oracle().split(), solution)),
            List.of(
                "Payments are of 100,000.00, in hundredths: whole numbers that add up to it.",
                "Clusters are players of the quotient game, in which a coalition has all names of a"
                    + " cluster or none; so it does not matter under how many names one comes.")),
        checks);
  }

  private static Table payouts(Laboratory laboratory, Solution solution, List<Check> checks) {
    List<Contributor> contributors =
        laboratory.oracle().split().contributions().stream()
            .map(each -> Contributor.of(each.name()))
            .toList();
    Property property =
        new Property(Truth.MAIN, "nats", Scale.LOGARITHMIC, solution, Optional.empty());
    Table.Builder table =
        Table.named("payouts", "Payments by rule, in hundredths").text("rule", "rule");
    List<String> ids = contributors.stream().map(Contributor::id).sorted().toList();
    for (int i = 0; i < ids.size(); i++) {
      table.whole("payment_" + i, ids.get(i));
    }
    RULES.forEach(
        (name, rule) -> {
          Payout payout = rule.pay(PayoutRequest.of(contributors, property, BUDGET));
          if (!(payout instanceof Payout.Paid paid)) {
            throw new IllegalStateException(name + " refuses to pay: " + payout);
          }
          List<Object> cells = new ArrayList<>(List.of(name));
          paid.payments().forEach(payment -> cells.add(payment.amount()));
          table.row(cells.toArray());
          long sum = paid.payments().stream().mapToLong(Payment::amount).sum();
          checks.add(
              new Check(
                  "%s pays the budget to the hundredth".formatted(name),
                  sum == BUDGET,
                  "%,d of %,d".formatted(sum, BUDGET)));
        });
    return table.build();
  }
}

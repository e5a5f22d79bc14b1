package dev.clade.local.check;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.Payouts;
import dev.clade.local.client.ValuationRuns;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.Valuation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Do the values of finished runs follow from their ledgers, and payouts from both? Exact runs are
 * solved again, and so is every payout.
 */
public final class LedgerChecks {
  private static final double TOLERANCE = 1e-9;

  private final MeshClient client;

  /** Creates checks that call through a client. */
  public LedgerChecks(MeshClient client) {
    this.client = client;
  }

  /** Returns what the checks found. */
  public List<Check> run() {
    List<Check> checks = new ArrayList<>();
    ValuationRuns runs = new ValuationRuns(client);
    for (Valuation listed : runs.list()) {
      boolean succeeded = listed.getState() == Valuation.State.STATE_SUCCEEDED;
      List<Payout> payouts = new Payouts(client).list(listed.getName());
      if (!succeeded && payouts.isEmpty()) {
        continue;
      }
      List<Evaluation> ledger = runs.ledger(listed.getName());
      if (succeeded) {
        checks.addAll(values(runs.get(listed.getName()), ledger));
      }
      payouts.forEach(payout -> checks.addAll(PayoutChecks.run(payout, ledger)));
    }
    return checks;
  }

  private static List<Check> values(Valuation run, List<Evaluation> ledger) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        Check.equal(
            run.getName() + ": evaluations",
            "reported",
            run.getProgress().getDoneEvaluations(),
            "in the ledger",
            ledger.size()));
    checks.add(
        new Check(
            run.getName() + ": one reference network",
            ledger.stream().map(Evaluation::getReferenceHash).distinct().count() == 1,
            ""));
    if (run.getEstimator() == Estimator.ESTIMATOR_EXACT) {
      checks.add(solveAgain(run, ledger));
    }
    return checks;
  }

  private static Check solveAgain(Valuation run, List<Evaluation> ledger) {
    String name = run.getName() + ": the ledger gives the values";
    int players = run.getValuesCount();
    UtilityTable.Builder table = UtilityTable.builder(players);
    Set<String> seen = new HashSet<>();
    for (Evaluation row : ledger) {
      Coalition coalition = Coalition.fromBytes(players, row.getCoalition().toByteArray());
      if (!seen.add(coalition.members() + "/" + row.getReplicate())) {
        return new Check(name, false, "the ledger has a row twice: " + coalition);
      }
      if (row.getPosition() < run.getDiagnostics().getPositionCount()) {
        table.add(coalition, row.getReplicate(), row.getUtilitiesOrThrow(run.getUtility()));
      }
    }
    Optional<List<PlayerValue>> solved =
        new ExactEnumeration(players).solve(table.build()).map(solution -> solution.values());
    if (solved.isEmpty()) {
      return new Check(name, false, "coalitions are missing in the ledger");
    }
    double largest = 0;
    for (int i = 0; i < players; i++) {
      ContributorValue told = run.getValues(i);
      PlayerValue found = solved.get().get(i);
      largest = Math.max(largest, Math.abs(told.getValue() - found.value()));
      largest = Math.max(largest, difference(told.getStandardError(), found.standardError()));
    }
    return new Check(name, largest <= TOLERANCE, "largest difference %.1e".formatted(largest));
  }

  private static double difference(double left, double right) {
    return Double.isNaN(left) && Double.isNaN(right) ? 0 : Math.abs(left - right);
  }
}

package dev.clade.local.check;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListEvaluationsResponse;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ListValuationsResponse;
import dev.clade.valuation.v1.Valuation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Do the values of finished runs follow from their ledgers? Exact runs are solved again. */
public final class LedgerChecks {
  private static final int LARGEST_PAGE = 5_000;
  private static final double TOLERANCE = 1e-9;

  private final MeshClient client;

  /** Creates checks that call through a client. */
  public LedgerChecks(MeshClient client) {
    this.client = client;
  }

  /** Returns what the checks found. */
  public List<Check> run() {
    List<Check> checks = new ArrayList<>();
    for (Valuation run : finished()) {
      List<Evaluation> ledger = ledger(run.getName());
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
      table.add(coalition, row.getReplicate(), row.getUtilitiesOrThrow(run.getUtility()));
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

  private List<Valuation> finished() {
    List<Valuation> runs = new ArrayList<>();
    ListValuationsRequest.Builder next = ListValuationsRequest.newBuilder();
    do {
      ListValuationsResponse page =
          client.call(Service.VALUATION, () -> client.valuation().listValuations(next.build()));
      page.getValuationsList().stream()
          .filter(run -> run.getState() == Valuation.State.STATE_SUCCEEDED)
          .map(run -> new ValuationRuns(client).get(run.getName()))
          .forEach(runs::add);
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return runs;
  }

  private List<Evaluation> ledger(String run) {
    List<Evaluation> rows = new ArrayList<>();
    ListEvaluationsRequest.Builder next =
        ListEvaluationsRequest.newBuilder().setParent(run).setPageSize(LARGEST_PAGE);
    do {
      ListEvaluationsResponse page =
          client.call(Service.VALUATION, () -> client.valuation().listEvaluations(next.build()));
      rows.addAll(page.getEvaluationsList());
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return rows;
  }
}

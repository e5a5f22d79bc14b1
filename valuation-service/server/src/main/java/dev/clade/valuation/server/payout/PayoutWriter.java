package dev.clade.valuation.server.payout;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.document.CanonicalJson;
import dev.clade.valuation.document.Ledger;
import dev.clade.valuation.document.LedgerEntry;
import dev.clade.valuation.document.PayoutDocument;
import dev.clade.valuation.document.PayoutOutcome;
import dev.clade.valuation.document.PayoutTerms;
import dev.clade.valuation.document.RunRecord;
import dev.clade.valuation.document.UtilityValues;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.server.domain.LedgerRow;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.PayoutBasis;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.RunState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Computes payouts: a pure function of what is asked for and of the ledger. */
final class PayoutWriter {
  private PayoutWriter() {}

  /**
   * Returns the document of a payout.
   *
   * @throws CladeException naming the first field that breaks a rule; {@link Reason#VALUES_UNKNOWN}
   *     when the run has no values that may be paid
   */
  static PayoutDocument write(UUID id, PayoutRequest request, PayoutBasis basis) {
    Run run = basis.run();
    PayoutTerms terms = PayoutRules.complete(request, run);
    if (run.state() != RunState.SUCCEEDED && !terms.provisional()) {
      throw unknown(
          run, "has not succeeded; its values may be paid only if terms.provisional says so");
    }
    Ledger ledger = ledger(run.contributors(), basis.rows());
    int positionCount = run.solution().isPresent() ? run.positionCount() : run.progress().total();
    List<UtilityValues> values =
        terms.utilities().stream()
            .map(each -> values(run, ledger, positionCount, each.utility()))
            .toList();
    return new PayoutDocument(
        PayoutDocument.VERSION,
        Names.ofPayout(id),
        record(run),
        ledger.entries().size(),
        ledger.sha256(),
        positionCount,
        terms,
        values,
        PayoutOutcome.of(terms, values),
        basis.time());
  }

  private static Ledger ledger(List<String> contributors, List<LedgerRow> rows) {
    return new Ledger(
        contributors,
        rows.stream()
            .map(
                row ->
                    new LedgerEntry(
                        Coalition.fromBytes(contributors.size(), row.coalition().toByteArray()),
                        row.replicate(),
                        row.position(),
                        row.utilities(),
                        row.referenceHash()))
            .toList());
  }

  private static UtilityValues values(Run run, Ledger ledger, int positionCount, String utility) {
    UtilityTable table =
        ledger
            .table(utility, positionCount)
            .orElseThrow(
                () -> unknown(run, "has evaluations without utility \"%s\"".formatted(utility)));
    Solution solution =
        run.estimator()
            .solve(table)
            .orElseThrow(() -> unknown(run, "has too few evaluations to determine any value"));
    return UtilityValues.of(utility, run.contributors(), solution);
  }

  private static RunRecord record(Run run) {
    RunSpec spec = run.spec();
    return new RunRecord(
        Names.ofRun(run.id()),
        switch (spec.subject().kind()) {
          case IMAGE_SET -> Names.ofImageSet(spec.subject().id());
          case CONTRIBUTOR_SET -> Names.ofContributorSet(spec.subject().id());
        },
        CanonicalJson.tree(spec.trainer()),
        spec.utility(),
        spec.estimator().name(),
        spec.coalitionBudget(),
        spec.replicateCount(),
        Long.toString(spec.seed()),
        run.state().name());
  }

  private static CladeException unknown(Run run, String words) {
    String name = Names.ofRun(run.id());
    return new CladeException(
        Reason.VALUES_UNKNOWN, "%s %s".formatted(name, words), Map.of("resource", name));
  }
}

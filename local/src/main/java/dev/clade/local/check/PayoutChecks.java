package dev.clade.local.check;

import dev.clade.valuation.document.Ledger;
import dev.clade.valuation.document.LedgerEntry;
import dev.clade.valuation.document.PayoutDocument;
import dev.clade.valuation.document.PayoutOutcome;
import dev.clade.valuation.document.RunRecord;
import dev.clade.valuation.document.SignedDocument;
import dev.clade.valuation.document.UtilityValues;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.game.payout.Contributor;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.Payout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Does a payout follow from its ledger, and is it signed? Everything is computed again. */
public final class PayoutChecks {
  /** Of the largest value: other machines may round otherwise. */
  private static final double TOLERANCE = 1e-9;

  private PayoutChecks() {}

  /** Returns what the checks found of a payout as it is stored. */
  static List<Check> run(Payout stored, List<Evaluation> rows) {
    try {
      return run(SignedDocument.read(stored.getDocument()), rows);
    } catch (IllegalArgumentException e) {
      return List.of(
          new Check(stored.getName() + ": the document is a payout", false, e.getMessage()));
    }
  }

  /**
   * Returns what the checks found.
   *
   * @param rows the ledger of the run as it is now
   */
  public static List<Check> run(SignedDocument signed, List<Evaluation> rows) {
    PayoutDocument document = signed.document();
    String name = document.name() + ": ";
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            name + "the signature is of this document",
            signed.signatureHolds(),
            signed.signatureHolds() ? "" : "the document is not what was signed"));
    List<String> contributors =
        document.terms().contributors().stream().map(Contributor::id).toList();
    Optional<Ledger> ledger;
    try {
      ledger = Optional.of(ledger(contributors, rows, document.createTime()));
    } catch (IllegalArgumentException e) {
      ledger = Optional.empty();
    }
    String found = ledger.map(Ledger::sha256).orElse("a ledger of other contributors");
    checks.add(
        new Check(
            name + "the ledger is the one that was paid by",
            found.equals(document.ledgerSha256()),
            "signed %s, found %s".formatted(document.ledgerSha256(), found)));
    checks.add(values(name, document, ledger));
    checks.add(payments(name, document));
    return checks;
  }

  private static Check values(String name, PayoutDocument document, Optional<Ledger> ledger) {
    String words = name + "the ledger gives the values";
    double largest = 0;
    for (UtilityValues told : document.values()) {
      Optional<Solution> solved =
          ledger
              .flatMap(rows -> rows.table(told.utility(), document.positionCount()))
              .flatMap(table -> solve(document.run(), table));
      if (solved.isEmpty()) {
        return new Check(words, false, "it does not determine those in " + told.utility());
      }
      largest = Math.max(largest, difference(told.solution().values(), solved.get().values()));
    }
    return new Check(
        words,
        largest <= TOLERANCE,
        "largest difference %.1e of the largest value".formatted(largest));
  }

  private static Check payments(String name, PayoutDocument document) {
    String words = name + "the values give the payments";
    PayoutOutcome outcome;
    try {
      outcome = PayoutOutcome.of(document.terms(), document.values());
    } catch (IllegalArgumentException e) {
      return new Check(words, false, e.getMessage());
    }
    long sum = document.outcome().payments().values().stream().mapToLong(Long::longValue).sum();
    boolean addsUp = !document.outcome().refusal().isEmpty() || sum == document.terms().budget();
    return new Check(
        words,
        outcome.equals(document.outcome()) && addsUp,
        outcome.refusal().isEmpty()
            ? "%,d minor units of %s".formatted(sum, document.terms().currency())
            : "refused: " + outcome.refusal());
  }

  private static Optional<Solution> solve(RunRecord run, UtilityTable table) {
    return Arrays.stream(EstimatorKind.values())
        .filter(kind -> kind.name().equals(run.estimator()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the document names an estimator that nobody knows: " + run.estimator()))
        .estimator(table.playerCount(), run.coalitionBudget(), Long.parseLong(run.seed()))
        .solve(table);
  }

  private static Ledger ledger(List<String> contributors, List<Evaluation> rows, Instant until) {
    return new Ledger(
        contributors,
        rows.stream()
            .filter(
                row ->
                    !Instant.ofEpochSecond(
                            row.getCreateTime().getSeconds(), row.getCreateTime().getNanos())
                        .isAfter(until))
            .map(
                row ->
                    new LedgerEntry(
                        Coalition.fromBytes(contributors.size(), row.getCoalition().toByteArray()),
                        row.getReplicate(),
                        row.getPosition(),
                        new TreeMap<>(row.getUtilitiesMap()),
                        row.getReferenceHash()))
            .toList());
  }

  private static double difference(List<PlayerValue> told, List<PlayerValue> solved) {
    double scale = solved.stream().mapToDouble(each -> Math.abs(each.value())).max().orElse(0);
    double largest = told.size() == solved.size() ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < Math.min(told.size(), solved.size()); i++) {
      PlayerValue left = told.get(i);
      PlayerValue right = solved.get(i);
      for (double gap :
          new double[] {
            gap(left.value(), right.value()),
            gap(left.standardError(), right.standardError()),
            gap(left.lower(), right.lower()),
            gap(left.upper(), right.upper())
          }) {
        largest = Math.max(largest, gap == 0 ? 0 : gap / scale);
      }
    }
    return largest;
  }

  private static double gap(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Double.isNaN(left) && Double.isNaN(right) ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.abs(left - right);
  }
}

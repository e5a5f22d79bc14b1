package dev.clade.valuation.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Everything about a payout. Written as {@link CanonicalJson}.
 *
 * @param version of this form, {@value #VERSION}
 * @param name of the payout, such as {@code payouts/{id}}
 * @param run the run whose values are paid
 * @param evaluationCount entries of the ledger
 * @param ledgerSha256 {@link Ledger#sha256} of all that was reported until the create time
 * @param positionCount values come from the entries of smaller positions
 * @param terms how it is paid
 * @param values what the run's estimator makes of the ledger, for each utility of the terms
 * @param outcome what the rule makes of the values
 * @param createTime when it was computed, to the microsecond
 */
public record PayoutDocument(
    int version,
    String name,
    RunRecord run,
    int evaluationCount,
    String ledgerSha256,
    int positionCount,
    PayoutTerms terms,
    List<UtilityValues> values,
    PayoutOutcome outcome,
    Instant createTime) {
  /** The version of the form that is written now. */
  public static final int VERSION = 1;

  /**
   * Copies the list.
   *
   * @throws NullPointerException when a part is missing
   */
  public PayoutDocument {
    requireNonNull(name);
    requireNonNull(run);
    requireNonNull(ledgerSha256);
    requireNonNull(terms);
    requireNonNull(outcome);
    requireNonNull(createTime);
    values = List.copyOf(values);
  }
}

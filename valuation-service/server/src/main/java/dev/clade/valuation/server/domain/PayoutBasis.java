package dev.clade.valuation.server.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a payout is computed from.
 *
 * @param run the run
 * @param rows its ledger: all rows that were added until {@code time}, and no other
 * @param time when it was read
 */
public record PayoutBasis(Run run, List<LedgerRow> rows, Instant time) {

  /** Copies the list. */
  public PayoutBasis {
    rows = List.copyOf(rows);
  }
}

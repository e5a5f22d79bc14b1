package dev.clade.valuation.server.domain;

/**
 * What a run has done.
 *
 * @param total evaluations of the plan
 * @param done evaluations in the ledger
 * @param running evaluations leased now
 * @param failed evaluations given up
 * @param lostLeases leases that ended without a report
 */
public record Progress(int total, int done, int running, int failed, int lostLeases) {

  /** Tells whether any worker has ever taken part. */
  public boolean hasBegun() {
    return done + running + failed + lostLeases > 0;
  }
}

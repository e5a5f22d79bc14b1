/**
 * Payouts: contributors are paid by the values of a run.
 *
 * <p>What is asked for is checked and completed against the run; values are solved from its ledger
 * by its own estimator; the rule pays; and everything that it took is signed and stored for good.
 */
package dev.clade.valuation.server.payout;

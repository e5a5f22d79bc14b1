/**
 * The estimators that runs of the service may choose, each with the design that it needs.
 *
 * <p>A {@link dev.clade.valuation.game.estimator.EstimatorKind} is all that a run or a payout has
 * to name, so that whoever has its ledger solves it alike.
 */
package dev.clade.valuation.game.estimator;

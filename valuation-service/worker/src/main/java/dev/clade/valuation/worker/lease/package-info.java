/**
 * The life of a worker: it leases an evaluation, keeps the lease alive while it computes, reports,
 * and ends when there has been nothing to do for a while.
 *
 * <p>The package speaks to an {@link dev.clade.valuation.worker.lease.EvaluationQueue}, whatever is
 * behind it. A worker may be killed at any moment: its lease runs out and somebody else computes
 * the same numbers.
 */
package dev.clade.valuation.worker.lease;

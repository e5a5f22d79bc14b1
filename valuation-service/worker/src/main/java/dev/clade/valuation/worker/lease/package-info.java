/**
 * The life of a worker: it leases evaluations in batches, keeps their leases alive while it
 * computes, reports, and ends when there has been nothing to do for a while or somebody says so.
 *
 * <p>The package speaks to an {@link dev.clade.valuation.worker.lease.EvaluationQueue}, whatever is
 * behind it. A worker may be killed at any moment: its leases run out and somebody else computes
 * the same numbers, from the same checkpoint where there is one.
 */
package dev.clade.valuation.worker.lease;

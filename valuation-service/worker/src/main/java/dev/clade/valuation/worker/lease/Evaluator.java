package dev.clade.valuation.worker.lease;

import java.util.function.BooleanSupplier;

/** Does what leases are for, with one kind of trainer. */
public interface Evaluator {
  /**
   * Evaluates a coalition.
   *
   * @param gone asked between steps whether to stop with this lease
   * @param allGone asked between steps whether to stop with what the others of the batch need too
   * @throws dev.clade.valuation.worker.training.DivergedException when every attempt diverged
   * @throws dev.clade.valuation.worker.training.TrainingCancelledException when told to stop
   * @throws dev.clade.runtime.error.CladeException when the service refuses what is needed, or is
   *     away
   * @throws IllegalArgumentException when the work cannot be done as it was told
   */
  EvaluationReport evaluate(Lease lease, BooleanSupplier gone, BooleanSupplier allGone);
}

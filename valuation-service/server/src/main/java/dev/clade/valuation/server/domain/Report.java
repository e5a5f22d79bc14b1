package dev.clade.valuation.server.domain;

import com.google.common.collect.ImmutableSortedMap;

/** What a worker reports of an evaluation. */
public sealed interface Report {
  /** Utilities are this near to 0, so that nothing that is worked out of them is infinite. */
  double LARGEST_UTILITY = 1e100;

  /**
   * The utilities.
   *
   * @param utilities by name, all within {@value #LARGEST_UTILITY} of 0
   * @param referenceHash identifies the network that measured them
   * @param durationSeconds seconds spent
   */
  record Result(
      ImmutableSortedMap<String, Double> utilities, String referenceHash, double durationSeconds)
      implements Report {}

  /**
   * A failure.
   *
   * @param message one sentence for people
   */
  record Failure(String message) implements Report {}

  /** Gives the lease back: the evaluation was not done, through no fault of its own. */
  record Release() implements Report {}
}

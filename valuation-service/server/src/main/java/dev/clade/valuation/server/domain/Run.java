package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that values contributors.
 *
 * @param id identifier
 * @param spec what it is asked to do
 * @param contributors ids of the contributors, ascending: player i of the game is the i-th
 * @param state where it stands
 * @param progress what it has done
 * @param failed evaluations that were given up, the first 100 by coalition and replicate
 * @param usage what it has used
 * @param price of workers' devices when it was asked for; nothing when none was known
 * @param solution values, once the estimator can give any; final when it has ended
 * @param positionCount evaluations of the plan that the values come from: those of smaller
 *     positions
 * @param failure why it failed; empty otherwise
 * @param endReason why it ended, in words; empty before
 * @param createTime when it was asked for
 * @param endTime when it ended
 */
public record Run(
    UUID id,
    RunSpec spec,
    List<String> contributors,
    RunState state,
    Progress progress,
    List<FailedEvaluation> failed,
    Usage usage,
    Optional<Price> price,
    Optional<Solution> solution,
    int positionCount,
    String failure,
    String endReason,
    Instant createTime,
    Optional<Instant> endTime) {

  /** Copies the lists. */
  public Run {
    contributors = List.copyOf(contributors);
    failed = List.copyOf(failed);
  }

  /** Returns the same run with the values that all of its ledger gives so far. */
  public Run withSolution(Optional<Solution> live) {
    return new Run(
        id,
        spec,
        contributors,
        state,
        progress,
        failed,
        usage,
        price,
        live,
        progress.total(),
        failure,
        endReason,
        createTime,
        endTime);
  }

  /** Returns the estimator of the run. */
  public Estimator estimator() {
    return spec.estimator().estimator(contributors.size(), spec.coalitionBudget(), spec.seed());
  }
}

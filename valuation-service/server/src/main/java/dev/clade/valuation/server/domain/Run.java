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
 * @param solution values, once the estimator can give any; final when it succeeded
 * @param failure why it failed; empty otherwise
 * @param createTime when it was asked for
 * @param endTime when it ended
 */
public record Run(
    UUID id,
    RunSpec spec,
    List<String> contributors,
    RunState state,
    Progress progress,
    Optional<Solution> solution,
    String failure,
    Instant createTime,
    Optional<Instant> endTime) {

  /** Copies the list. */
  public Run {
    contributors = List.copyOf(contributors);
  }

  /** Returns the same run with the values that its ledger gives so far. */
  public Run withSolution(Optional<Solution> live) {
    return new Run(id, spec, contributors, state, progress, live, failure, createTime, endTime);
  }

  /** Returns the estimator of the run. */
  public Estimator estimator() {
    return spec.estimator().estimator(contributors.size(), spec.coalitionBudget(), spec.seed());
  }
}

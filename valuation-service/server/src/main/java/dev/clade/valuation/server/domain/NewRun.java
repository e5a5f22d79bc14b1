package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.Coalition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run to store.
 *
 * @param requestId makes the creation idempotent
 * @param spec what it is asked to do
 * @param contributors ids of the contributors, ascending
 * @param price of workers' devices now; nothing when none is known
 * @param traceparent W3C trace context of the call that asks; may be empty
 * @param coalitions the coalitions to train, in the order in which they are worth it
 */
public record NewRun(
    UUID requestId,
    RunSpec spec,
    List<String> contributors,
    Optional<Price> price,
    String traceparent,
    List<Coalition> coalitions) {

  /** Copies the lists. */
  public NewRun {
    contributors = List.copyOf(contributors);
    coalitions = List.copyOf(coalitions);
  }

  /** Returns the run as it is before anything was done for it. */
  public Run asRun(UUID id, Instant createTime) {
    return new Run(
        id,
        spec,
        contributors,
        RunState.PENDING,
        new Progress(spec.planLength(), 0, 0, 0, 0),
        List.of(),
        new Usage(0, 0, 0),
        price,
        Optional.empty(),
        0,
        "",
        "",
        createTime,
        Optional.empty());
  }
}

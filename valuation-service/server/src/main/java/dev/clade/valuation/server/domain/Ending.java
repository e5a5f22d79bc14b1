package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * How a run ends.
 *
 * @param solution the values; nothing when it fails
 * @param failure why it fails; empty otherwise
 */
public record Ending(Optional<Solution> solution, String failure) {

  /** Returns the state of a run that ends so. */
  public RunState state() {
    return solution.isPresent() ? RunState.SUCCEEDED : RunState.FAILED;
  }
}

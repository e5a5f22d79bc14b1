package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * How a run ends.
 *
 * @param state its final state
 * @param solution the values; nothing when they are not determined
 * @param positionCount evaluations of the plan that they come from: those of smaller positions
 * @param failure why it fails; empty otherwise
 * @param reason why it ends, in words
 */
public record Ending(
    RunState state,
    Optional<Solution> solution,
    int positionCount,
    String failure,
    String reason) {}

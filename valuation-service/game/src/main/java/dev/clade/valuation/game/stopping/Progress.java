package dev.clade.valuation.game.stopping;

import dev.clade.valuation.game.estimate.Solution;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a run has come.
 *
 * @param solution values so far; nothing before they are determined
 * @param evaluations coalitions evaluated
 * @param elapsed time since it began
 * @param spent minor units of a currency
 */
public record Progress(
    Optional<Solution> solution, int evaluations, Duration elapsed, long spent) {}

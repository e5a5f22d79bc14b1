package dev.clade.valuation.game.estimate;

/**
 * The value of one player.
 *
 * @param value Shapley or other value, in units of the utility
 * @param standardError standard error; NaN when it cannot be told
 * @param lower lower end of the 95 % interval; NaN when it cannot be told
 * @param upper upper end of the 95 % interval; NaN when it cannot be told
 * @param rank place by value, 1 for the highest; equal values share the better place
 */
public record PlayerValue(
    double value, double standardError, double lower, double upper, int rank) {}

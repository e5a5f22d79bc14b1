package dev.clade.valuation.game.payout;

/**
 * A model whose utility is nobody's merit: value counts above it instead of above the untrained
 * one.
 *
 * @param model its name
 * @param utility its utility, measured as those of coalitions were
 */
public record Baseline(String model, double utility) {}

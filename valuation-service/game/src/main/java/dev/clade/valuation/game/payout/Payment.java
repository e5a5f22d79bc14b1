package dev.clade.valuation.game.payout;

/**
 * What a contributor gets.
 *
 * @param contributor id
 * @param amount minor units; below 0 only under a rule with transfers
 */
public record Payment(String contributor, long amount) {}

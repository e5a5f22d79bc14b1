package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;

/**
 * A coalition with its complement.
 *
 * @param coalition the coalition that holds the last player
 * @param weight how often the pair was drawn or, when every pair is there, its probability; more
 *     than 0
 */
public record WeightedPair(Coalition coalition, double weight) {

  /** Returns the other half of the pair. */
  public Coalition complement() {
    return coalition.complement();
  }
}

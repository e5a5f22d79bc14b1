package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;

/** The pairs of a coalition of one size and its complement, one after the other, each once. */
interface PairSource {

  /** Tells whether a pair is left. */
  boolean hasNext();

  /** Returns the next pair's half that holds the last player. */
  Coalition next();
}

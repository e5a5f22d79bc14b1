package dev.clade.valuation.game.regression;

/** A function near the utilities whose Shapley values are easy. */
interface Surrogate {

  /** Returns a utility less this function's. */
  double residual(Observation observation);

  /**
   * Returns what coalitions of one size have of each player's Shapley value: the mean over all of
   * them of f/k for members and -f/(n-k) for others.
   *
   * @param size k, from 1 to n-1
   */
  double[] partOfSize(int size);
}

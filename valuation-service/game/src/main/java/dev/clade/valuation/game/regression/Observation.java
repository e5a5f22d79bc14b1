package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.Coalition;

/**
 * A coalition that was evaluated.
 *
 * @param coalition neither empty nor grand
 * @param utility mean of its replicates
 */
record Observation(Coalition coalition, double utility) {

  /** Returns how many players take part. */
  int size() {
    return coalition.size();
  }

  /** Returns the centered membership x of a player: its sum over all players is 0. */
  double membership(int player) {
    double share = (double) size() / coalition.playerCount();
    return coalition.contains(player) ? 1 - share : -share;
  }
}

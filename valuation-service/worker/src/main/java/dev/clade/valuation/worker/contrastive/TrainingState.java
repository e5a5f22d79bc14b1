package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a training goes on from.
 *
 * @param epoch how many epochs were trained
 * @param diverged how many times the training was not finite and went back
 * @param weights the weights
 * @param squares for each table what its vectors' learning rates have come to
 * @param optimizer state of the optimizer of dense weights; empty before the first step
 * @param between fused vectors of all rows between the rounds; empty in the first
 * @param best the best weights by validation
 * @param bestScore what validation gave for them
 * @param worse how many validations were not better since
 */
record TrainingState(
    int epoch,
    int diverged,
    NetworkWeights weights,
    Map<TokenTable, float[]> squares,
    byte[] optimizer,
    float[] between,
    Optional<NetworkWeights> best,
    OptionalDouble bestScore,
    int worse) {
  private static final byte[] NOTHING = {};
  private static final float[] NOWHERE = {};

  /**
   * Returns where a training starts.
   *
   * @param diverged how many times it was not finite before
   */
  static TrainingState start(NetworkWeights weights, int diverged) {
    Map<TokenTable, float[]> squares = new EnumMap<>(TokenTable.class);
    for (TokenTable table : weights.shape().tokenTables()) {
      squares.put(table, new float[weights.shape().tables().of(table)]);
    }
    return new TrainingState(
        0,
        diverged,
        weights,
        squares,
        NOTHING,
        NOWHERE,
        Optional.empty(),
        OptionalDouble.empty(),
        0);
  }

  /** Returns the same after one more divergence. */
  TrainingState divergedOnce() {
    return new TrainingState(
        epoch, diverged + 1, weights, squares, optimizer, between, best, bestScore, worse);
  }
}

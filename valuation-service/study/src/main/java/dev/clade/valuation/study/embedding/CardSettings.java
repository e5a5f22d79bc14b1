package dev.clade.valuation.study.embedding;

import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import java.util.OptionalInt;

/**
 * What a card is made by.
 *
 * @param seeds networks of the embedding, at least 1; what it is compared with has one
 * @param epochs most epochs of a training; by default as many as are recommended
 * @param splits whether the embedding is trained and measured once more by families and by owners
 */
record CardSettings(int seeds, OptionalInt epochs, boolean splits) {
  /** Returns how an embedding of so many rows is trained. */
  ContrastivePlan plan(int rows) {
    ContrastivePlan usual = ContrastivePlan.forRows(rows);
    return new ContrastivePlan(
        epochs.orElse(usual.epochs()),
        usual.batchSize(),
        usual.denseRate(),
        usual.tableRate(),
        usual.firstRound(),
        usual.patience(),
        usual.dropout(),
        usual.losses());
  }
}

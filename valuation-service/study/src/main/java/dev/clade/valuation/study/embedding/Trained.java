package dev.clade.valuation.study.embedding;

import dev.clade.valuation.worker.contrastive.EpochReport;
import dev.clade.valuation.worker.contrastive.Health;
import dev.clade.valuation.worker.contrastive.LossMeans;
import dev.clade.valuation.worker.embedding.LearntEmbedding;
import java.util.Optional;

/**
 * A network with how its training ended.
 *
 * @param name in tables
 * @param learnt the network
 * @param end its last epoch; nothing for a network that was not trained
 */
record Trained(String name, LearntEmbedding learnt, Optional<End> end) {
  /**
   * How a training ended.
   *
   * @param epoch number of the last epoch, from 1
   * @param losses on average over its steps
   * @param health what the vectors look like after it
   * @param diverged how many times the training was not finite and went back
   */
  record End(int epoch, LossMeans losses, Health health, int diverged) {
    static End of(EpochReport report) {
      return new End(report.epoch(), report.losses(), report.health(), report.diverged());
    }
  }
}

package dev.clade.valuation.worker.lease;

import java.util.BitSet;
import java.util.Map;

/**
 * An embedding of repositories to train and measure.
 *
 * @param contributorSet resource name of the contributors
 * @param coalition those that take part, as bits
 * @param replicate number of the training seed, from 0
 * @param seed root of the run's randomness
 * @param parameters what the trainer is told
 */
public record RepositoryWork(
    String contributorSet,
    BitSet coalition,
    int replicate,
    long seed,
    Map<String, String> parameters)
    implements Work {
  /** Name of the trainer that does such work. */
  public static final String TRAINER = "contrastive";

  /** Copies the parameters. */
  public RepositoryWork {
    parameters = Map.copyOf(parameters);
  }
}

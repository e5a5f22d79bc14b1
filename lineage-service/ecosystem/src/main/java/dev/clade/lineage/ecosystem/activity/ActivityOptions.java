package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.powerlaw.CountedValues;
import dev.clade.lineage.ecosystem.powerlaw.Plausibility;
import dev.clade.lineage.ecosystem.powerlaw.PowerLawFit;
import java.util.Optional;

/**
 * How much to compute.
 *
 * @param replicates of the bootstrap that tells how plausible a power law is; 0 for none, 1,000 as
 *     the method asks. Each costs about what the values number, so that a hub takes a minute
 * @param seed of the bootstrap
 * @param owners how many owners to name of those who have most, at least 1
 */
public record ActivityOptions(int replicates, long seed, int owners) {
  /** Without the bootstrap; the first 20 owners. */
  public static final ActivityOptions FAST = new ActivityOptions(0, 0, 20);

  /** Refuses numbers that are less. */
  public ActivityOptions {
    if (replicates < 0) {
      throw new IllegalArgumentException("replicates must be at least 0: " + replicates);
    }
    if (owners < 1) {
      throw new IllegalArgumentException("owners must be at least 1: " + owners);
    }
  }

  Optional<Plausibility> plausibility(CountedValues values, PowerLawFit fit) {
    return replicates == 0
        ? Optional.empty()
        : Optional.of(Plausibility.of(values, fit, replicates, seed));
  }
}

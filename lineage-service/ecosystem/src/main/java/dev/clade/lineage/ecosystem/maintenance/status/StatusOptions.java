package dev.clade.lineage.ecosystem.maintenance.status;

/**
 * How hard clusters are sought and tried.
 *
 * @param restarts how often the clusters are sought anew, at least 1
 * @param resamples how often models are drawn anew to see whether the clusters stay
 * @param sample among how many models the silhouette is taken, and how many are drawn anew, at most
 * @param seed of all chance
 */
public record StatusOptions(int restarts, int resamples, int sample, long seed) {
  /** Fifty restarts, twenty resamples and five thousand models. */
  public static final StatusOptions DEFAULT = new StatusOptions(50, 20, 5_000, 1);
}

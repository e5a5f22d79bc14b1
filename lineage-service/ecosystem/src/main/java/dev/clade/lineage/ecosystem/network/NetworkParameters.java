package dev.clade.lineage.ecosystem.network;

/**
 * What a network report depends on beside the commits.
 *
 * @param betweennessSteps most edges to look at for betweenness; above it is estimated from pivots
 * @param rewirings random networks that the core is held against, at least 1
 * @param seed of pivots, rewirings and communities
 */
public record NetworkParameters(long betweennessSteps, int rewirings, long seed) {
  /** Half a billion steps, a few seconds' work; 99 networks, for p down to .01; seed 1. */
  public static final NetworkParameters DEFAULT = new NetworkParameters(500_000_000, 99, 1);
}

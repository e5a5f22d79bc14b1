package dev.clade.lineage.ecosystem.activity;

import java.util.Arrays;

/**
 * How many repositories are one contributor's work.
 *
 * @param repositories those that are known to have a contributor
 * @param single those of them with exactly one
 */
public record ContributorActivity(long repositories, long single) {
  static ContributorActivity of(long[] contributors) {
    return new ContributorActivity(
        Arrays.stream(contributors).filter(count -> count > 0).count(),
        Arrays.stream(contributors).filter(count -> count == 1).count());
  }

  /** Returns the share, 0 to 1, with one contributor among those with any; NaN of none. */
  public double singleShare() {
    return (double) single / repositories;
  }
}

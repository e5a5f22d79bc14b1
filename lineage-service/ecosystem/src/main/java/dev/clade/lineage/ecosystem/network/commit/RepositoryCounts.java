package dev.clade.lineage.ecosystem.network.commit;

/**
 * How many repositories there are of which kind (what the script of Osborne et al., 2024, prints).
 *
 * @param repositories all that were looked at
 * @param withoutCommits those without any commit
 * @param withContributors those with a commit of an author who counts; repositories whose commits
 *     are all of accounts that were left out are in neither of these two
 * @param singleContributor those with exactly one such author
 */
public record RepositoryCounts(
    int repositories, int withoutCommits, int withContributors, int singleContributor) {
  /** Returns the share, 0 to 1, with one contributor among those with any; NaN of none. */
  public double singleContributorShare() {
    return (double) singleContributor / withContributors;
  }
}

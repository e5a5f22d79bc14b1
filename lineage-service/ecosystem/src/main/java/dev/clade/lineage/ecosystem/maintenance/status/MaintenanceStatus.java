package dev.clade.lineage.ecosystem.maintenance.status;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which models are highly maintained. Models are put into two clusters by their standardised {@link
 * Feature}s; high is the cluster with the larger mean of activity − gap − recency, where activity
 * is the mean of the scores of log-commits and commits an active month, and gap that of the mean
 * and the largest gap. A model with one commit is low in whichever cluster it lies.
 *
 * @param models how many there are
 * @param high those that are, by their place in what was given; must not be changed
 * @param single how many have one commit
 * @param singleMoved how many of those lie in the other cluster
 * @param inertia the sum of the squared distances from the centres of the clusters
 * @param silhouette of the clusters
 * @param stability of the clusters
 */
public record MaintenanceStatus(
    int models,
    BitSet high,
    int single,
    int singleMoved,
    double inertia,
    Silhouette silhouette,
    Stability stability) {
  /** The share of high models that Castaño et al. found, as others cite it. */
  public static final double PUBLISHED_HIGH = 0.165;

  private static final int CLUSTERS = 2;

  /**
   * Clusters models.
   *
   * @param features of each model, by {@link Feature#of}
   * @param single which models have one commit
   * @return nothing when the models are fewer than two, or all alike
   */
  public static Optional<MaintenanceStatus> of(
      double[][] features, BitSet single, StatusOptions options) {
    boolean alike = Arrays.stream(features).allMatch(each -> Arrays.equals(each, features[0]));
    return alike ? Optional.empty() : Optional.of(clustered(features, single, options));
  }

  private static MaintenanceStatus clustered(
      double[][] features, BitSet single, StatusOptions options) {
    double[][] scores = StandardScores.of(features);
    KMeans clusters = KMeans.of(scores, CLUSTERS, options.restarts(), options.seed());
    int[] assignment = clusters.assignment();
    int highest = highest(scores, assignment);
    BitSet inside = new BitSet();
    for (int i = 0; i < assignment.length; i++) {
      inside.set(i, assignment[i] == highest);
    }
    BitSet high = (BitSet) inside.clone();
    high.andNot(single);
    return new MaintenanceStatus(
        features.length,
        high,
        single.cardinality(),
        inside.cardinality() - high.cardinality(),
        clusters.inertia(),
        Silhouette.of(scores, assignment, options.sample(), options.seed()),
        Stability.of(scores, assignment, CLUSTERS, options));
  }

  /** Returns the share of high models, 0 to 1. */
  public double highShare() {
    return high.cardinality() / (double) models;
  }

  private static int highest(double[][] scores, int[] assignment) {
    double[] sums = new double[CLUSTERS];
    int[] sizes = new int[CLUSTERS];
    for (int i = 0; i < scores.length; i++) {
      sums[assignment[i]] += score(scores[i]);
      sizes[assignment[i]]++;
    }
    return sums[0] / sizes[0] >= sums[1] / sizes[1] ? 0 : 1;
  }

  private static double score(double[] row) {
    double activity =
        (row[Feature.LOG_COMMITS.ordinal()] + row[Feature.COMMITS_PER_ACTIVE_MONTH.ordinal()]) / 2;
    double gap = (row[Feature.MEAN_GAP.ordinal()] + row[Feature.LARGEST_GAP.ordinal()]) / 2;
    return activity - gap - row[Feature.RECENCY.ordinal()];
  }
}

package dev.clade.lineage.ecosystem.maintenance.status;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

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
   * @param histories at least two, not all alike
   * @param observed when they were looked at: not before their last commit
   */
  public static MaintenanceStatus of(
      List<History> histories,
      Instant observed,
      CommitClassifier classifier,
      StatusOptions options) {
    double[][] scores =
        StandardScores.of(
            histories.stream()
                .map(each -> Feature.of(each, observed, classifier))
                .toArray(double[][]::new));
    KMeans clusters = KMeans.of(scores, CLUSTERS, options.restarts(), options.seed());
    int[] assignment = clusters.assignment();
    int highest = highest(scores, assignment);
    BitSet high = new BitSet();
    int single = 0;
    int moved = 0;
    for (int i = 0; i < assignment.length; i++) {
      boolean one = histories.get(i).commits().size() == 1;
      boolean there = assignment[i] == highest;
      single += one ? 1 : 0;
      moved += one && there ? 1 : 0;
      high.set(i, there && !one);
    }
    return new MaintenanceStatus(
        histories.size(),
        high,
        single,
        moved,
        clusters.inertia(),
        Silhouette.of(scores, assignment, options.silhouetteModels(), options.seed()),
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

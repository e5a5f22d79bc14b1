package dev.clade.valuation.worker.metric;

/**
 * How far generated points lie where reference points are and the other way round, told by balls
 * around points that reach to their k-th nearest neighbour in their own sample; the edge belongs to
 * the ball.
 *
 * <p>Precision and recall take one outlier for a large region; density and coverage, which look at
 * balls of reference points only, do not. Sources: Kynkäänniemi et al., "Improved precision and
 * recall metric for assessing generative models", NeurIPS 2019, with k = 3; Naeem et al., "Reliable
 * fidelity and diversity metrics for generative models", ICML 2020, with k = 5.
 *
 * @param precision share of generated points in a ball of some reference point: 0 to 1
 * @param recall share of reference points in a ball of some generated point: 0 to 1
 * @param density in how many balls of reference points a generated point is on average, over k: 0
 *     to the number of reference points over k, about 1 for a sample of their own distribution
 * @param coverage share of reference points with a generated point in their ball: 0 to 1
 */
public record Neighbourhoods(double precision, double recall, double density, double coverage) {
  private static final int BALL_OF_PRECISION = 3;
  private static final int BALL_OF_DENSITY = 5;

  /**
   * Compares samples in O(points²).
   *
   * @param across squared distances from generated (rows) to reference points (columns)
   */
  static Neighbourhoods of(PointCloud generated, PointCloud reference, double[][] across) {
    double[] generatedBalls = generated.squaredRadii(BALL_OF_PRECISION);
    double[] referenceBalls = reference.squaredRadii(BALL_OF_PRECISION);
    double[] densityBalls = reference.squaredRadii(BALL_OF_DENSITY);
    boolean[] recalled = new boolean[reference.size()];
    boolean[] covered = new boolean[reference.size()];
    int precise = 0;
    long balls = 0;
    for (int i = 0; i < generated.size(); i++) {
      boolean inBall = false;
      for (int j = 0; j < reference.size(); j++) {
        double distance = across[i][j];
        inBall |= distance <= referenceBalls[j];
        recalled[j] |= distance <= generatedBalls[i];
        if (distance <= densityBalls[j]) {
          covered[j] = true;
          balls++;
        }
      }
      precise += inBall ? 1 : 0;
    }
    return new Neighbourhoods(
        precise / (double) generated.size(),
        share(recalled),
        balls / (double) BALL_OF_DENSITY / generated.size(),
        share(covered));
  }

  private static double share(boolean[] marks) {
    int marked = 0;
    for (boolean mark : marks) {
      marked += mark ? 1 : 0;
    }
    return marked / (double) marks.length;
  }
}

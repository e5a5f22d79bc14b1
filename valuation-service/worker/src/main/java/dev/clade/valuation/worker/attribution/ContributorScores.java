package dev.clade.valuation.worker.attribution;

/**
 * Scores of images brought together by contributor, in the contributors' order. The three ways rank
 * contributors differently: only the sum sees how many images each gave, and published comparisons
 * use one or another.
 *
 * @param mean mean score of a contributor's images; 0 without images
 * @param sum sum of the scores of a contributor's images
 * @param max highest score of a contributor's images; 0 without images
 */
public record ContributorScores(double[] mean, double[] sum, double[] max) {
  /**
   * Brings scores together.
   *
   * @param imageScores score of each image, contributor after contributor
   * @param sizes images of each contributor
   */
  static ContributorScores of(double[] imageScores, int[] sizes) {
    double[] mean = new double[sizes.length];
    double[] sum = new double[sizes.length];
    double[] max = new double[sizes.length];
    int image = 0;
    for (int contributor = 0; contributor < sizes.length; contributor++) {
      for (int i = 0; i < sizes[contributor]; i++, image++) {
        double score = imageScores[image];
        sum[contributor] += score;
        max[contributor] = i == 0 ? score : Math.max(max[contributor], score);
      }
      mean[contributor] = sizes[contributor] == 0 ? 0 : sum[contributor] / sizes[contributor];
    }
    return new ContributorScores(mean, sum, max);
  }
}

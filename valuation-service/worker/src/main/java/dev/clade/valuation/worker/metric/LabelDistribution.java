package dev.clade.valuation.worker.metric;

/**
 * What a classifier says of generated images: the probabilities of labels averaged over images, and
 * how much single images differ from that average.
 *
 * @param marginal average probability by label
 * @param meanDivergence mean over images of the Kullback-Leibler divergence of the image's label
 *     distribution from the marginal, in nats: the mutual information of image and label, at least
 *     0
 */
public record LabelDistribution(double[] marginal, double meanDivergence) {
  /**
   * Summarizes label probabilities.
   *
   * @param probabilities images by labels; rows sum to 1
   */
  public static LabelDistribution of(double[][] probabilities) {
    double[] marginal = new double[probabilities[0].length];
    for (double[] image : probabilities) {
      for (int label = 0; label < marginal.length; label++) {
        marginal[label] += image[label] / probabilities.length;
      }
    }
    double divergence = 0;
    for (double[] image : probabilities) {
      for (int label = 0; label < marginal.length; label++) {
        if (image[label] > 0) {
          divergence += image[label] * Math.log(image[label] / marginal[label]);
        }
      }
    }
    return new LabelDistribution(marginal, Math.max(0, divergence / probabilities.length));
  }

  /**
   * Returns the classifier score, {@code exp(E KL(p(y|x) || p(y)))}: from 1, when every image looks
   * alike to the classifier, to the number of labels, when images are certain and labels even. It
   * is the Inception Score with the reference classifier in place of Inception (Salimans et al.,
   * "Improved techniques for training GANs", NeurIPS 2016).
   */
  public double score() {
    return Math.exp(meanDivergence);
  }

  /** Returns the entropy of the average label distribution in bits: 0 to log2 of the labels. */
  public double entropyBits() {
    double entropy = 0;
    for (double probability : marginal) {
      if (probability > 0) {
        entropy -= probability * Math.log(probability);
      }
    }
    return Math.max(0, entropy / Math.log(2));
  }

  /**
   * Returns how far labels get their even share of images, {@code mean of min(1, marginal *
   * labels)}: from one over the number of labels, when one label has all, to 1.
   */
  public double coverage() {
    double covered = 0;
    for (double probability : marginal) {
      covered += Math.min(1, probability * marginal.length);
    }
    return covered / marginal.length;
  }

  /**
   * Returns how far images are of the classes that they were asked for: the mean probability that
   * the classifier gives to that class, 0 to 1.
   *
   * @param probabilities images by labels; rows sum to 1
   * @param asked class of each image, from 0
   */
  public static double agreement(double[][] probabilities, int[] asked) {
    double sum = 0;
    for (int image = 0; image < asked.length; image++) {
      sum += probabilities[image][asked[image]];
    }
    return sum / asked.length;
  }
}

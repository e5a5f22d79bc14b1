package dev.clade.valuation.worker.attribution;

/** Scores of training images from pixels, numbers only; an image of zeros is like no other. */
final class PixelScores {
  private final double[] meanCosine;
  private final double[] largestCosine;
  private final double[] nearestShare;

  /**
   * Compares every training image with every generated one, in O(training * generated * pixels).
   *
   * @param training image after image
   * @param generated image after image
   * @param pixels pixels of an image
   */
  PixelScores(float[] training, float[] generated, int pixels) {
    int images = training.length / pixels;
    int samples = generated.length / pixels;
    meanCosine = new double[images];
    largestCosine = new double[images];
    nearestShare = new double[images];
    double[] norms = squaredNorms(training, images, pixels);
    double[] sampleNorms = squaredNorms(generated, samples, pixels);
    double[] distances = new double[images];
    for (int sample = 0; sample < samples; sample++) {
      for (int image = 0; image < images; image++) {
        double product = product(training, image, generated, sample, pixels);
        double scale = Math.sqrt(norms[image] * sampleNorms[sample]);
        double cosine = scale == 0 ? 0 : product / scale;
        meanCosine[image] += cosine / samples;
        largestCosine[image] = sample == 0 ? cosine : Math.max(largestCosine[image], cosine);
        distances[image] = norms[image] - 2 * product;
      }
      share(distances, 1.0 / samples);
    }
  }

  /** Returns the cosine with generated images, averaged over them. */
  double[] meanCosine() {
    return meanCosine;
  }

  /** Returns the largest cosine with a generated image. */
  double[] largestCosine() {
    return largestCosine;
  }

  /** Returns the share of generated images that each training image is nearest to. */
  double[] nearestShare() {
    return nearestShare;
  }

  /** Divides a share among the images at the least distance. */
  private void share(double[] distances, double share) {
    double least = Double.POSITIVE_INFINITY;
    int ties = 0;
    for (double distance : distances) {
      ties = distance < least ? 1 : distance == least ? ties + 1 : ties;
      least = Math.min(least, distance);
    }
    for (int image = 0; image < distances.length; image++) {
      if (distances[image] == least) {
        nearestShare[image] += share / ties;
      }
    }
  }

  private static double[] squaredNorms(float[] images, int count, int pixels) {
    double[] norms = new double[count];
    for (int image = 0; image < count; image++) {
      norms[image] = product(images, image, images, image, pixels);
    }
    return norms;
  }

  private static double product(float[] first, int i, float[] second, int j, int pixels) {
    double sum = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      sum += (double) first[i * pixels + pixel] * second[j * pixels + pixel];
    }
    return sum;
  }
}

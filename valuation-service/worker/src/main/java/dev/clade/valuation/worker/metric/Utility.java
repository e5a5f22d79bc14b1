package dev.clade.valuation.worker.metric;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The utilities that every evaluation reports, all from one sample of generated images.
 *
 * <p>Shapley values share out the difference between the grand and the empty coalition. On the raw
 * Fréchet distance that difference is nearly all due to the untrained network, whose distance is
 * tens of times any trained one's, so every contributor gets about the same share and what tells
 * them apart drowns; one diverged training changes every value. So the utilities to share out are
 * on a logarithmic scale ({@link #NEG_LOG_FID}) or bounded ({@link #CLASSIFIER_SCORE}, {@link
 * #CLASS_ENTROPY}); {@link #NEG_FID} is for comparison.
 */
public enum Utility {
  /** Minus the natural logarithm of the Fréchet distance to the reference images' features. */
  NEG_LOG_FID,
  /** Minus the Fréchet distance to the reference images' features. */
  NEG_FID,
  /** How certain and how varied the labels of images are; from 1 to the number of labels. */
  CLASSIFIER_SCORE,
  /**
   * How even the labels of images are, in bits. It rewards variety and is blind to quality: noise
   * can raise it.
   */
  CLASS_ENTROPY;

  /** Keeps the logarithm finite for a distance of 0. */
  private static final double LEAST_DISTANCE = 1e-12;

  /**
   * Computes all utilities.
   *
   * @param distance Fréchet distance of generated to reference images, at least 0
   * @param labels what the reference classifier says of generated images
   * @return utilities by their names in the contract, sorted
   */
  public static Map<String, Double> all(double distance, LabelDistribution labels) {
    Map<String, Double> utilities = new TreeMap<>();
    for (Utility utility : values()) {
      utilities.put(
          utility.contractName(),
          switch (utility) {
            case NEG_LOG_FID -> -Math.log(Math.max(distance, LEAST_DISTANCE));
            case NEG_FID -> -distance;
            case CLASSIFIER_SCORE -> labels.score();
            case CLASS_ENTROPY -> labels.entropyBits();
          });
    }
    return utilities;
  }

  /** Returns the name in the contract, such as {@code neg_log_fid}. */
  public String contractName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

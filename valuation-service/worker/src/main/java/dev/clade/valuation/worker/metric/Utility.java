package dev.clade.valuation.worker.metric;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The utilities that every evaluation reports, all from one sample of generated images. Higher is
 * better for each.
 *
 * <p>Shapley values share out the difference between the grand and the empty coalition. On a raw
 * distance that difference is nearly all due to the untrained network, whose distance is tens of
 * times any trained one's, so every contributor gets about the same share and what tells them apart
 * drowns; one diverged training changes every value. So what is shared out is on a logarithmic or
 * bounded scale; utilities on a {@linkplain Scale#RAW raw} scale are for comparison.
 */
public enum Utility {
  /** Minus the natural logarithm of the Fréchet distance to the reference images' features. */
  NEG_LOG_FID(
      Scale.LOGARITHMIC, sample -> -Math.log(Math.max(sample.frechet(), Scale.LEAST_DISTANCE))),
  /** Minus the Fréchet distance to the reference images' features. */
  NEG_FID(Scale.RAW, sample -> -sample.frechet()),
  /**
   * Minus the Fréchet distance extrapolated to an endless sample, which takes away a bias that
   * differs between models. It may be positive, so it has no logarithm.
   */
  NEG_FID_EXTRAPOLATED(Scale.RAW, sample -> -sample.frechetOfLargeSample()),
  /**
   * Minus the natural logarithm of the kernel distance to the reference images' features. A
   * distance below its standard error cannot be told from 0 and counts as that error.
   */
  NEG_LOG_KID(
      Scale.LOGARITHMIC,
      sample ->
          -Math.log(
              Math.max(
                  sample.kernel().value(),
                  Math.max(sample.kernel().standardError(), Scale.LEAST_DISTANCE)))),
  /** Minus the kernel distance to the reference images' features. */
  NEG_KID(Scale.RAW, sample -> -sample.kernel().value()),
  /** How many generated images lie among reference images. It is blind to variety. */
  PRECISION(Scale.BOUNDED, sample -> sample.neighbourhoods().precision()),
  /** How many reference images lie among generated ones. Outliers among those can raise it. */
  RECALL(Scale.BOUNDED, sample -> sample.neighbourhoods().recall()),
  /**
   * How densely reference images lie around generated ones. A model that repeats the most usual
   * image has the largest.
   */
  DENSITY(Scale.RAW, sample -> sample.neighbourhoods().density()),
  /** How many reference images have a generated one near by. */
  COVERAGE(Scale.BOUNDED, sample -> sample.neighbourhoods().coverage()),
  /** How certain and how varied the labels of images are; from 1 to the number of labels. */
  CLASSIFIER_SCORE(Scale.BOUNDED, sample -> sample.labels().score()),
  /**
   * How even the labels of images are, in bits. It rewards variety and is blind to quality: noise
   * can raise it.
   */
  CLASS_ENTROPY(Scale.BOUNDED, sample -> sample.labels().entropyBits()),
  /** How far each label gets its even share of images. It is as blind as the entropy. */
  CLASS_COVERAGE(Scale.BOUNDED, sample -> sample.labels().coverage());

  private final Scale scale;
  private final ToDoubleFunction<SampleMeasurement> formula;

  Utility(Scale scale, ToDoubleFunction<SampleMeasurement> formula) {
    this.scale = scale;
    this.formula = formula;
  }

  /**
   * Computes all utilities of a sample.
   *
   * @return utilities by their names in the contract, sorted
   */
  public static Map<String, Double> all(SampleMeasurement sample) {
    Map<String, Double> utilities = new TreeMap<>();
    for (Utility utility : values()) {
      utilities.put(utility.contractName(), utility.formula.applyAsDouble(sample));
    }
    return utilities;
  }

  /** Returns the name in the contract, such as {@code neg_log_fid}. */
  public String contractName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what a difference of this utility means. */
  public Scale scale() {
    return scale;
  }

  /** What a difference of a utility means. */
  public enum Scale {
    /** A ratio of distances: fit to be shared out. */
    LOGARITHMIC,
    /** A difference of numbers with a least and a largest value: fit to be shared out. */
    BOUNDED,
    /** A difference of numbers without bounds: for comparison only. */
    RAW;

    /** Keeps the logarithm finite for a distance of 0. */
    private static final double LEAST_DISTANCE = 1e-12;
  }
}

package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.diffusion.LossKind;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/**
 * Scores contributors by every {@link AttributionMethod} for images that a model generated.
 *
 * <p>Scores are a function of weights, images, options and random source. Time grows with {@code
 * images * (times + projectionDimensions) * weights + projectionDimensions³}, where images are
 * training and generated ones, each taken once for the loss and once for D-TRAK; memory with {@code
 * images * projectionDimensions}.
 */
public final class ContributorAttribution {
  private final ComputeDevice device;
  private final AttributionOptions options;

  /** Creates an attribution that computes on a device. */
  public ContributorAttribution(ComputeDevice device, AttributionOptions options) {
    this.device = device;
    this.options = options;
  }

  /**
   * Scores contributors.
   *
   * @param weights the model that was trained on all contributors' images
   * @param contributors training images by contributor, at least one image in all
   * @param generated images that the model generated, at least one
   * @param random where noise and projections come from
   * @param progress told how far it is
   * @return scores by method, in the order of the methods
   * @throws IllegalArgumentException when there are no images, or they do not fit the model
   */
  public Map<AttributionMethod, ContributorScores> score(
      TrainedWeights weights,
      List<TrainingImages> contributors,
      TrainingImages generated,
      RandomSource random,
      Progress progress) {
    ImagePool pool = ImagePool.of(contributors);
    TrainingImages training = pool.images();
    ImagePool.requireImages("contributors", training, weights.options());
    ImagePool.requireImages("generated", generated, weights.options());
    Map<AttributionMethod, double[]> scores = new EnumMap<>(AttributionMethod.class);
    try (PointerScope scope = new PointerScope()) {
      GradientFeatures features =
          new GradientFeatures(
              new ImageGradients(weights, random, device),
              weights.options().schedule().evenTimes(options.times()),
              new RandomProjection(options.projectionDimensions(), random, device),
              new Countdown(2 * (training.count() + generated.count()), progress));
      addGradientScores(scores, features, training, generated);
    }
    PixelScores pixels =
        new PixelScores(training.pixels(), generated.pixels(), training.pixelsPerImage());
    scores.put(AttributionMethod.PIXEL_SIMILARITY_MEAN, pixels.meanCosine());
    scores.put(AttributionMethod.PIXEL_SIMILARITY_MAX, pixels.largestCosine());
    scores.put(AttributionMethod.NEAREST_NEIGHBOUR, pixels.nearestShare());
    double[] ones = new double[training.count()];
    Arrays.fill(ones, 1);
    scores.put(AttributionMethod.SIZE, ones);
    Map<AttributionMethod, ContributorScores> byContributor =
        new EnumMap<>(AttributionMethod.class);
    scores.forEach(
        (method, images) -> byContributor.put(method, ContributorScores.of(images, pool.sizes())));
    return byContributor;
  }

  private void addGradientScores(
      Map<AttributionMethod, double[]> scores,
      GradientFeatures features,
      TrainingImages training,
      TrainingImages generated) {
    GradientScores ofLoss =
        new GradientScores(
            features.of(training, LossKind.PREDICTION_ERROR),
            features.of(generated, LossKind.PREDICTION_ERROR));
    GradientScores.Influence influence = ofLoss.influence(options.damping());
    scores.put(AttributionMethod.GRADIENT_SIMILARITY, ofLoss.similarity());
    scores.put(AttributionMethod.TRAK, influence.plain());
    scores.put(AttributionMethod.RELATIVE_INFLUENCE, influence.relative());
    scores.put(AttributionMethod.RENORMALIZED_INFLUENCE, influence.renormalized());
    GradientScores ofNoise =
        new GradientScores(
            features.of(training, LossKind.PREDICTED_NOISE_NORM),
            features.of(generated, LossKind.PREDICTED_NOISE_NORM));
    scores.put(AttributionMethod.D_TRAK, ofNoise.influence(options.damping()).plain());
  }
}

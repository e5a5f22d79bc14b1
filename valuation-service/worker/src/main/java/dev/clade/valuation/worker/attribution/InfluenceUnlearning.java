package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.diffusion.LossKind;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/**
 * Removes contributors' influence from a trained model by one step, in place of training without
 * them. Sampled and measured, the result stands for the utility of the coalition that stays.
 *
 * <p>The step is {@code H^-1 s}, where s is the sum of the removed images' gradients over the
 * number of images that stay, and H the curvature of the loss. For squared errors H is about {@code
 * F pixels / (2 loss)}, where F is the mean of {@code g g'} over gradients g of single images at
 * single times. F is damped and inverted exactly for a sample of at most {@value #MOST_DRAWS}
 * gradients, by way of their inner products. The step is one of first order: it is meant for a
 * small share of the images, and far from it gives bad models.
 *
 * <p>Sources: Koh, Liang, "Understanding black-box predictions via influence functions", ICML 2017;
 * Singh, Alistarh, "WoodFisher: efficient second-order approximation for neural network
 * compression", NeurIPS 2020, for the curvature.
 */
public final class InfluenceUnlearning {
  private static final int MOST_DRAWS = 512;

  private final TrainedWeights weights;
  private final int[] sizes;
  private final double[][] gradientSums;
  private final DampedFisher fisher;
  private final double curvatureScale;

  private InfluenceUnlearning(
      TrainedWeights weights,
      int[] sizes,
      double[][] gradientSums,
      DampedFisher fisher,
      double curvatureScale) {
    this.weights = weights;
    this.sizes = sizes;
    this.gradientSums = gradientSums;
    this.fisher = fisher;
    this.curvatureScale = curvatureScale;
  }

  /**
   * Takes the gradients, in {@code images * times * weights + draws² * weights}, and keeps {@code
   * (contributors + draws) * weights} numbers, where draws are the images or {@value #MOST_DRAWS},
   * whichever is less.
   *
   * @param weights the model that was trained on all contributors' images
   * @param contributors training images by contributor, at least one image in all
   * @param options how gradients are taken; the projection is not used
   * @param random where noise and times come from
   * @param device where gradients are computed
   * @param progress told how far it is
   * @throws IllegalArgumentException when there are no images, they do not fit the model, or the
   *     weights do not come out of a training
   */
  public static InfluenceUnlearning prepare(
      TrainedWeights weights,
      List<TrainingImages> contributors,
      AttributionOptions options,
      RandomSource random,
      ComputeDevice device,
      Progress progress) {
    ImagePool pool = ImagePool.of(contributors);
    TrainingImages images = pool.images();
    ImagePool.requireImages("contributors", images, weights.options());
    double loss =
        weights
            .finalLoss()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "weights: they must come out of a training; their loss is not known"));
    int draws = Math.min(images.count(), MOST_DRAWS);
    Countdown countdown = new Countdown(images.count() + draws, progress);
    try (PointerScope scope = new PointerScope()) {
      ImageGradients gradients = new ImageGradients(weights, random, device);
      return new InfluenceUnlearning(
          weights,
          pool.sizes(),
          sums(pool, gradients, weights.options().schedule().evenTimes(options.times()), countdown),
          new DampedFisher(draws(images, draws, gradients, countdown), options.damping(), device),
          2 * loss / images.pixelsPerImage());
    }
  }

  /**
   * Returns the weights without some contributors, in O(draws * weights).
   *
   * @param removed contributors whose influence is removed, as bits; somebody with images stays
   * @throws IllegalArgumentException when a bit stands for nobody, or no image stays
   */
  public TrainedWeights without(BitSet removed) {
    if (removed.length() > sizes.length) {
      throw new IllegalArgumentException(
          "removed: bit %d is set; there are %d contributors"
              .formatted(removed.length() - 1, sizes.length));
    }
    double[] sum = new double[weights.parameterCount()];
    int staying = Arrays.stream(sizes).sum();
    for (int i = removed.nextSetBit(0); i >= 0; i = removed.nextSetBit(i + 1)) {
      staying -= sizes[i];
      for (int weight = 0; weight < sum.length; weight++) {
        sum[weight] += gradientSums[i][weight];
      }
    }
    if (staying == 0) {
      throw new IllegalArgumentException("removed: no image stays; at least one has to");
    }
    double[] step = fisher.solve(sum);
    float[] moved = weights.weights();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (curvatureScale * step[i] / staying);
    }
    return weights.withWeights(moved);
  }

  private static double[][] sums(
      ImagePool pool, ImageGradients gradients, int[] times, Countdown countdown) {
    double[][] sums = new double[pool.sizes().length][gradients.weights()];
    int image = 0;
    for (int contributor = 0; contributor < sums.length; contributor++) {
      for (int i = 0; i < pool.sizes()[contributor]; i++, image++) {
        float[] gradient = gradients.of(pool.images(), image, times, LossKind.PREDICTION_ERROR);
        for (int weight = 0; weight < gradient.length; weight++) {
          sums[contributor][weight] += gradient[weight];
        }
        countdown.next();
      }
    }
    return sums;
  }

  /** Draws gradients of single images at single times, evenly over the images. */
  private static float[][] draws(
      TrainingImages images, int count, ImageGradients gradients, Countdown countdown) {
    float[][] draws = new float[count][];
    for (int draw = 0; draw < count; draw++) {
      int image = (int) ((long) draw * images.count() / count);
      draws[draw] = gradients.atRandomTime(images, image, LossKind.PREDICTION_ERROR);
      countdown.next();
    }
    return draws;
  }
}

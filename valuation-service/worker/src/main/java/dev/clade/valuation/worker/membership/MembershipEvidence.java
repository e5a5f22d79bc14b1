package dev.clade.valuation.worker.membership;

import dev.clade.valuation.worker.diffusion.DiffusionModel;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.NoiseLevels;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Evidence that a model was trained on images: minus a {@link MembershipStatistic}, so that more is
 * more like a training image. It is a function of model, image and random source; the order of
 * images does not matter.
 */
public final class MembershipEvidence {
  private static final int TIMES = 20;
  private static final int PROXIMAL_PART = 5;
  private static final int BATCH = 256;
  private static final double MEAN_SIZE_OF_NOISE = Math.sqrt(2 / Math.PI);

  private final TrainedWeights weights;
  private final ModelOptions options;
  private final NoiseLevels levels;
  private final RandomSource random;
  private final ComputeDevice device;

  /**
   * Prepares to ask a model.
   *
   * @param weights the model
   * @param random where the loss's noise comes from
   * @param device where the model computes
   */
  public MembershipEvidence(TrainedWeights weights, RandomSource random, ComputeDevice device) {
    this.weights = weights;
    this.options = weights.options();
    this.levels = options.schedule().levels();
    this.random = random;
    this.device = device;
  }

  /**
   * Returns the evidence for each image.
   *
   * @param statistic what to look at
   * @param images the images, with labels where the model knows classes
   * @throws IllegalArgumentException when the images do not fit the model
   */
  public double[] of(MembershipStatistic statistic, TrainingImages images) {
    int[] labels = images.labelsFor(options);
    double[] evidence = new double[images.count()];
    try (PointerScope scope = new PointerScope()) {
      DiffusionModel model = weights.load(device);
      for (int first = 0; first < evidence.length; first += BATCH) {
        try (PointerScope batchScope = new PointerScope()) {
          Batch batch = batch(images, labels, first, Math.min(BATCH, evidence.length - first));
          float[] values =
              switch (statistic) {
                case LOSS -> loss(model, batch);
                case PROXIMAL -> proximal(model, batch, false);
                case NORMALIZED_PROXIMAL -> proximal(model, batch, true);
              };
          for (int i = 0; i < values.length; i++) {
            evidence[first + i] = -values[i];
          }
        }
      }
    }
    return evidence;
  }

  private float[] loss(DiffusionModel model, Batch batch) {
    int pixels = options.image().pixels();
    float[] losses = new float[batch.count()];
    for (int time : options.schedule().evenTimes(TIMES)) {
      float[] drawn = new float[batch.count() * pixels];
      for (int i = 0; i < batch.count(); i++) {
        random.ofItem(Arrays.copyOfRange(batch.pixels, i * pixels, (i + 1) * pixels)).stream(
                Purpose.QUERY_NOISE, time)
            .fillNormal(drawn, i * pixels, pixels);
      }
      Tensor noise = device.ship(drawn, batch.count(), pixels);
      float[] errors = differences(model, batch, noise, time, 2);
      for (int i = 0; i < losses.length; i++) {
        losses[i] += errors[i] / TIMES;
      }
    }
    return losses;
  }

  private float[] proximal(DiffusionModel model, Batch batch, boolean normalized) {
    Tensor noise = model.predictNoise(batch.images, batch.times(0), batch.classes);
    if (normalized) {
      Tensor size = noise.abs().mean(new long[] {1}, true, new ScalarTypeOptional());
      noise = noise.div(size).mul(new Scalar(MEAN_SIZE_OF_NOISE));
    }
    return differences(model, batch, noise, options.schedule().times() / PROXIMAL_PART, 4);
  }

  /** Adds noise to images and returns sums of powers of how far the model's finding is from it. */
  private float[] differences(
      DiffusionModel model, Batch batch, Tensor noise, int time, int power) {
    Tensor noisy =
        batch
            .images
            .mul(new Scalar(levels.signal(time)))
            .add(noise, new Scalar(levels.noise(time)));
    Tensor found = model.predictNoise(noisy, batch.times(time), batch.classes);
    return ComputeDevice.fetch(
        found
            .sub(noise)
            .pow(new Scalar(power))
            .sum(new long[] {1}, false, new ScalarTypeOptional()));
  }

  private Batch batch(TrainingImages images, int[] labels, int first, int count) {
    int pixels = images.pixelsPerImage();
    float[] chosen = Arrays.copyOfRange(images.pixels(), first * pixels, (first + count) * pixels);
    int[] classes = labels.length == 0 ? labels : Arrays.copyOfRange(labels, first, first + count);
    return new Batch(chosen, classes, device.ship(chosen, count, pixels));
  }

  /** Some images, as an array and on the device. */
  private record Batch(float[] pixels, int[] classes, Tensor images) {
    int count() {
      return Math.toIntExact(images.size(0));
    }

    int[] times(int time) {
      int[] times = new int[count()];
      Arrays.fill(times, time);
      return times;
    }
  }
}

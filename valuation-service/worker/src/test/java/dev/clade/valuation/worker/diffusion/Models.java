package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.LearningRateCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;

/** Small models and images of 4x4 pixels. */
final class Models {
  static final int PIXELS = 16;
  static final ImageShape IMAGE = ImageShape.grey(4, 4);
  static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);
  static final ComputeDevice DEVICE = ComputeDevice.open(DeviceChoice.CPU);
  static final DiffusionTrainer TRAINER = new DiffusionTrainer(DEVICE);

  private Models() {}

  /** Returns a perceptron with 32 hidden units. */
  static ModelOptions perceptron(int classes, PredictionTarget target) {
    return new ModelOptions(IMAGE, classes, new Perceptron(32), target, NoiseSchedule.COARSE);
  }

  /** Returns a training without an average. */
  static TrainingPlan plan(int steps) {
    return new TrainingPlan(steps, 32, 0.004, LearningRateCurve.COSINE, ExponentialAverage.NONE);
  }

  static TrainedWeights untrained(ModelOptions options) {
    int pixels = options.image().pixels();
    return TRAINER.train(
        options, new TrainingImages(new float[0], pixels), plan(1), RANDOM, () -> false);
  }

  /** Returns weights none of which is where it starts, so that all of them have an effect. */
  static TrainedWeights shaken(ModelOptions options) {
    TrainedWeights start = untrained(options);
    float[] weights = start.weights();
    float[] change = new float[weights.length];
    RANDOM.stream(Purpose.TRAINING_NOISE, 0).fillUniform(change, 0, change.length, 0.1);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += change[i];
    }
    return new TrainedWeights(options, start.widths(), weights, OptionalDouble.empty());
  }

  /** Returns stripes, then the negative of them. */
  static float[] stripesAndNegative() {
    float[] images = new float[2 * PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      images[i] = i % 4 < 2 ? 1 : -1;
      images[PIXELS + i] = -images[i];
    }
    return images;
  }

  /** Returns the only batch of samples of a model without classes. */
  static float[] sample(TrainedWeights weights, int count) {
    try (PointerScope scope = new PointerScope()) {
      List<float[]> batches = new ArrayList<>();
      weights
          .load(DEVICE)
          .sample(count, 25, RANDOM, batch -> batches.add(ComputeDevice.fetch(batch)));
      return batches.getFirst();
    }
  }

  /** Returns the noise that a model finds in four images of random pixels at different times. */
  static float[] noiseFoundBy(TrainedWeights weights) {
    int pixels = weights.options().image().pixels();
    float[] images = new float[4 * pixels];
    RANDOM.stream(Purpose.TRAINING_NOISE, 3).fillNormal(images, 0, images.length);
    int last = weights.options().schedule().times() - 1;
    int[] classes = weights.options().classes() == 0 ? new int[0] : new int[] {0, 1, 1, 0};
    try (PointerScope scope = new PointerScope()) {
      return ComputeDevice.fetch(
          weights
              .load(DEVICE)
              .predictNoise(
                  DEVICE.ship(images, 4, pixels),
                  new int[] {0, last / 3, last / 2, last},
                  classes));
    }
  }

  /** Returns whether two images differ by less than 0.25 in the root mean square. */
  static boolean near(float[] samples, int sample, float[] images, int image) {
    double squares = 0;
    for (int i = 0; i < PIXELS; i++) {
      double difference = samples[sample * PIXELS + i] - images[image * PIXELS + i];
      squares += difference * difference;
    }
    return Math.sqrt(squares / PIXELS) < 0.25;
  }

  /** Counts samples that are near an image. */
  static long countNear(float[] samples, float[] images, int image) {
    long near = 0;
    for (int sample = 0; sample < samples.length / PIXELS; sample++) {
      near += near(samples, sample, images, image) ? 1 : 0;
    }
    return near;
  }
}

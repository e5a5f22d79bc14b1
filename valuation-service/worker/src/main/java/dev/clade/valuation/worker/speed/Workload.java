package dev.clade.valuation.worker.speed;

import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.diffusion.TrainingPlan;
import dev.clade.valuation.worker.diffusion.UNet;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.LearningRateCurve;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/** A model that is trained on and sampled for some steps. */
enum Workload {
  /** The perceptron of the contract's defaults on 8x8 pixels. */
  PERCEPTRON(ModelOptions.perceptron(ImageShape.grey(8, 8), 64), 64, 0.004),
  /** A small U-Net on 16x16 pixels. */
  UNET(
      ModelOptions.unet(ImageShape.grey(16, 16), new UNet(32, List.of(1, 2), 1, List.of(1), 32, 8)),
      32,
      0.0005);

  private static final int IMAGES = 512;
  private static final int SAMPLES = 64;
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/waves", 1);

  private final ModelOptions options;
  private final TrainingPlan plan;

  Workload(ModelOptions options, int batchSize, double rate) {
    this.options = options;
    this.plan =
        new TrainingPlan(1, batchSize, rate, LearningRateCurve.CONSTANT, ExponentialAverage.NONE);
  }

  /** Trains the model from its first weights. */
  TrainedWeights train(int steps, ComputeDevice device) {
    TrainingPlan longer =
        new TrainingPlan(
            steps, plan.batchSize(), plan.peakLearningRate(), plan.curve(), plan.ema());
    return new DiffusionTrainer(device)
        .train(options, waves(options.image()), longer, RANDOM, () -> false);
  }

  /** Generates images in some steps and throws them away. */
  void sample(TrainedWeights weights, int steps, ComputeDevice device) {
    try (PointerScope scope = new PointerScope()) {
      weights.load(device).sample(SAMPLES, steps, RANDOM, ComputeDevice::fetch);
    }
  }

  /** Returns images of waves in different directions, as the other program makes them. */
  private static TrainingImages waves(ImageShape shape) {
    float[] pixels = new float[IMAGES * shape.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      int image = i / shape.pixels();
      int x = i % shape.width();
      int y = i % shape.pixels() / shape.width();
      pixels[i] = (float) Math.sin(0.1 * (image % 8) * x + 0.1 * (image / 8 % 8) * y + image);
    }
    return new TrainingImages(pixels, shape.pixels());
  }
}

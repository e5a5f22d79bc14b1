package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.Autocast;
import dev.clade.valuation.worker.tensor.GradientDescent;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.tensor.WeightAverage;
import dev.clade.valuation.worker.tensor.WeightSource;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The steps of one training. */
final class TrainingRun {
  private final DenoisingNetwork network;
  private final WeightSource weights;
  private final TrainingBlocks blocks;
  private final Supplier<Autocast> autocast;
  private final int steps;
  private final int finalSteps;
  private final GradientDescent descent;
  private final WeightAverage average;
  private double finalLosses;

  /**
   * Prepares a training.
   *
   * @param network what is trained
   * @param weights the weights that it uses
   * @param trained the weights that are moved
   * @param blocks what it looks at
   * @param plan how it is trained
   * @param autocast opens the precision that a step's loss is computed in
   */
  TrainingRun(
      DenoisingNetwork network,
      WeightSource weights,
      ParameterVector trained,
      TrainingBlocks blocks,
      TrainingPlan plan,
      Supplier<Autocast> autocast) {
    this.autocast = autocast;
    this.network = network;
    this.weights = weights;
    this.blocks = blocks;
    this.steps = plan.steps();
    this.finalSteps = Math.ceilDiv(steps, 10);
    this.descent = new GradientDescent(trained, plan.peakLearningRate(), steps, plan.curve());
    this.average = new WeightAverage(trained, plan.ema());
  }

  /** Takes all steps. */
  void go(BooleanSupplier cancelled) {
    int blockSteps = blocks.stepsABlock();
    for (int first = 0; first < steps; first += blockSteps) {
      int count = Math.min(blockSteps, steps - first);
      try (PointerScope scope = new PointerScope()) {
        TrainingBlock block = blocks.next(first, count);
        for (int step = 0; step < count; step++) {
          if (cancelled.getAsBoolean()) {
            throw new TrainingCancelledException();
          }
          step(block, step, first + step);
        }
      }
    }
  }

  /** Returns the weights that the training ends with, averaged where the plan says so. */
  Tensor weights() {
    return average.values();
  }

  /** Returns the mean loss over the last tenth of the steps. */
  double finalLoss() {
    return finalLosses / finalSteps;
  }

  private void step(TrainingBlock block, int blockStep, int step) {
    try (PointerScope scope = new PointerScope()) {
      Tensor loss;
      try (Autocast casting = autocast.get()) {
        Tensor guess =
            network.predict(
                weights,
                block.rows(block.noisy(), blockStep),
                block.rows(block.conditions(), blockStep));
        loss = torch.mse_loss(guess, block.rows(block.target(), blockStep));
      }
      if (!Double.isFinite(descent.descend(loss))) {
        throw new DivergedException(
            "the training diverged: its gradient was not finite at step %,d".formatted(step));
      }
      average.update();
      if (step >= steps - finalSteps) {
        finalLosses += loss.item_double();
      }
    }
  }
}

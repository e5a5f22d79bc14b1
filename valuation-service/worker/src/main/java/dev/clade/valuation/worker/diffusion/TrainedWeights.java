package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.MagnitudePruning;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.List;
import java.util.OptionalDouble;

/** The weights of a model, on the Java heap: immutable and safe for use by several threads. */
public final class TrainedWeights {
  private final ModelOptions options;
  private final List<Integer> widths;
  private final float[] weights;
  private final OptionalDouble finalLoss;

  /**
   * Takes weights.
   *
   * @param options options of the model before any channel was removed
   * @param widths units that each group of channels really has
   * @param weights the weights, which nobody else may write to
   * @param finalLoss mean loss of the last tenth of the training's steps
   */
  TrainedWeights(
      ModelOptions options, List<Integer> widths, float[] weights, OptionalDouble finalLoss) {
    this.options = options;
    this.widths = List.copyOf(widths);
    this.weights = weights;
    this.finalLoss = finalLoss;
  }

  /** Returns the options that the model started with, before any channel was removed. */
  public ModelOptions options() {
    return options;
  }

  /**
   * Returns how many units each group of channels really has, in the order of the network's layout;
   * a perceptron has one group, its hidden units.
   */
  public List<Integer> widths() {
    return widths;
  }

  /** Returns the number of weights. */
  public int parameterCount() {
    return weights.length;
  }

  /** Returns a copy of the weights, in the order of gradients. */
  public float[] weights() {
    return weights.clone();
  }

  /**
   * Returns the same network with other weights.
   *
   * @param changed as many weights, in the same order; copied
   * @throws IllegalArgumentException when there are more or fewer
   */
  public TrainedWeights withWeights(float[] changed) {
    if (changed.length != weights.length) {
      throw new IllegalArgumentException(
          "changed: the network has %,d weights; these are %,d"
              .formatted(weights.length, changed.length));
    }
    return new TrainedWeights(options, widths, changed.clone(), OptionalDouble.empty());
  }

  /**
   * Returns the mean loss over the last tenth of the training's steps, for comparison with other
   * trainings; empty when there was no step or the weights were changed since.
   */
  public OptionalDouble finalLoss() {
    return finalLoss;
  }

  /**
   * Returns a narrower network: every group of channels loses its units of smallest magnitude.
   * Input and output stay. It has to be trained on to be of use.
   *
   * @param removedShare share of each group's units to remove, in [0, 1); the number that stays is
   *     rounded, and at least one
   * @throws IllegalArgumentException when the share is out of its range
   * @see MagnitudePruning
   */
  public TrainedWeights pruned(double removedShare) {
    MagnitudePruning pruning =
        MagnitudePruning.ofEveryGroup(architecture().layout(), weights, removedShare);
    return new TrainedWeights(
        options, pruning.widths(), pruning.select(weights), OptionalDouble.empty());
  }

  /** Loads the model to a device, into the innermost open scope of native memory. */
  public DiffusionModel load(ComputeDevice device) {
    return new DiffusionModel(options, architecture().network(), parameters(device), device);
  }

  /** Loads the weights alone. */
  ParameterVector parameters(ComputeDevice device) {
    return ParameterVector.of(weights, architecture().layout().shapes(), device);
  }

  /** Returns the network that the weights belong to. */
  Architecture architecture() {
    return options.architecture(widths);
  }
}

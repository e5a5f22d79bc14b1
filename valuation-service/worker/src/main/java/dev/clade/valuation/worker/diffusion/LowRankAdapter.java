package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.layout.MagnitudePruning;
import dev.clade.valuation.worker.layout.NetworkLayout;
import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.TensorShape;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A trained change of a model's weights, of low rank in each matrix, on the Java heap: immutable
 * and safe for use by several threads. Filters of a convolution are a matrix of outputs by all
 * else.
 *
 * <p>Source: Hu et al., "LoRA: low-rank adaptation of large language models", ICLR 2022. Up starts
 * at zero, so that a new adapter changes nothing.
 */
public final class LowRankAdapter {
  private final TrainedWeights base;
  private final LowRankOptions options;
  private final List<Integer> ranks;
  private final float[] factors;
  private final OptionalDouble finalLoss;

  /**
   * Takes factors.
   *
   * @param base the weights that are changed
   * @param ranks components that each adapter really has
   * @param factors up and down of each adapter, one after another, which nobody else may write to
   * @param finalLoss mean loss of the last tenth of the training's steps
   */
  LowRankAdapter(
      TrainedWeights base,
      LowRankOptions options,
      List<Integer> ranks,
      float[] factors,
      OptionalDouble finalLoss) {
    this.base = base;
    this.options = options;
    this.ranks = List.copyOf(ranks);
    this.factors = factors;
    this.finalLoss = finalLoss;
  }

  /**
   * Returns the layout of the factors: for each adapted tensor up, then down.
   *
   * @param ranks components that each adapter really has; empty for the options' rank
   * @throws IllegalArgumentException when the network has no such weights
   */
  static NetworkLayout layout(TrainedWeights base, LowRankOptions options, List<Integer> ranks) {
    Architecture architecture = base.architecture();
    List<Integer> adapted = options.matrices().tensors(architecture);
    if (adapted.isEmpty()) {
      throw new IllegalArgumentException(
          "matrices: the network has nothing to adapt under " + options.matrices());
    }
    LayoutBuilder layout = new LayoutBuilder(ranks);
    for (int number : adapted) {
      TensorShape shape = architecture.layout().tensors().get(number).shape();
      int rows = shape.sizes().getFirst();
      int columns = shape.size() / rows;
      Axis components = Axis.of(layout.group(options.rank(), 1));
      layout.tensor(StartingWeights.ZEROS, Axis.fixed(rows), components);
      layout.tensor(StartingWeights.forInputs(columns), components, Axis.fixed(columns));
    }
    return layout.build();
  }

  /** Returns the weights that are changed. */
  public TrainedWeights base() {
    return base;
  }

  /** Returns the options that the adapter started with. */
  public LowRankOptions options() {
    return options;
  }

  /** Returns how many components each adapted matrix has; 0 where all were removed. */
  public List<Integer> ranks() {
    return ranks;
  }

  /** Returns the number of trained weights, those of the adapters alone. */
  public int parameterCount() {
    return factors.length;
  }

  /** Returns the mean loss over the last tenth of the steps; empty when there was no step. */
  public OptionalDouble finalLoss() {
    return finalLoss;
  }

  /** Returns the factors themselves. */
  float[] factors() {
    return factors;
  }

  /** Returns the numbers of the adapted tensors, in order. */
  List<Integer> tensors() {
    return options.matrices().tensors(base.architecture());
  }

  /** Returns the layout of the factors. */
  NetworkLayout layout() {
    return layout(base, options, ranks);
  }

  /**
   * Removes the components of smallest magnitude, of all adapters together, each with its column of
   * up and its row of down, until no more than a share of the adapters' weights is left.
   *
   * @param keptShare largest share of the adapters' weights to keep, in (0, 1]: 0.4 keeps two
   *     fifths
   * @throws IllegalArgumentException when the share is out of its range
   */
  public LowRankAdapter pruned(double keptShare) {
    MagnitudePruning pruning = MagnitudePruning.ofAllGroups(layout(), factors, keptShare);
    return new LowRankAdapter(
        base, options, pruning.widths(), pruning.select(factors), OptionalDouble.empty());
  }

  /**
   * Returns the model with the change in its weights; products are summed in double. Time grows
   * with the adapted weights times the rank.
   */
  public TrainedWeights merged() {
    float[] merged = base.weights();
    List<TensorShape> shapes = base.architecture().layout().shapes();
    List<Integer> adapted = tensors();
    int factor = 0;
    for (int i = 0; i < adapted.size(); i++) {
      int number = adapted.get(i);
      int offset = TensorShape.totalSize(shapes.subList(0, number));
      int rows = shapes.get(number).sizes().getFirst();
      int columns = shapes.get(number).size() / rows;
      addProduct(merged, offset, rows, columns, ranks.get(i), factor);
      factor += ranks.get(i) * (rows + columns);
    }
    return new TrainedWeights(base.options(), base.widths(), merged, finalLoss);
  }

  private void addProduct(float[] merged, int offset, int rows, int columns, int rank, int factor) {
    int down = factor + rows * rank;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int component = 0; component < rank; component++) {
          sum +=
              (double) factors[factor + row * rank + component]
                  * factors[down + component * columns + column];
        }
        merged[offset + row * columns + column] += (float) (options.scale() * sum);
      }
    }
  }
}

package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/** Trains embeddings. Safe for use by several threads, one a training. */
public final class ContrastiveTrainer {
  private final ComputeDevice device;

  /** Creates a trainer that computes on a device. */
  public ContrastiveTrainer(ComputeDevice device) {
    this.device = device;
  }

  /** Returns the first weights of a network. */
  public static NetworkWeights untrained(NetworkShape shape, long seed) {
    return UntrainedNetwork.draw(shape, seed);
  }

  /** Returns the fused vectors of all rows, one after the other, without training anything. */
  public float[] encode(NetworkWeights weights, FeatureTable features) {
    weights.shape().requireFit(features);
    try (PointerScope scope = new PointerScope()) {
      Map<TokenTable, VectorTable> tables = new EnumMap<>(TokenTable.class);
      for (TokenTable table : weights.shape().tokenTables()) {
        tables.put(
            table,
            new VectorTable(weights.shape().width(table), weights.table(table), new float[0]));
      }
      ParameterVector parameters =
          ParameterVector.of(weights.dense(), ContrastiveNetwork.shapes(weights.layout()), device);
      return new RowEncoder(
              new ContrastiveNetwork(weights.shape(), weights.layout(), parameters), tables, device)
          .fused(features);
    }
  }

  /**
   * Trains an embedding, or goes on where the kept state is. With one thread the result depends on
   * the arguments alone, to the bit, however often it was interrupted.
   *
   * @param start the first weights, {@link #untrained} or those of an embedding that is served
   * @param set what it is trained on
   * @param plan how
   * @param seed root of all randomness of the training
   * @param hooks what it asks and tells
   * @throws dev.clade.valuation.worker.training.DivergedException when it was not finite four times
   * @throws dev.clade.valuation.worker.training.TrainingCancelledException when told to stop
   * @throws IllegalArgumentException when the set does not fit the network, or the kept state is
   *     damaged or of another training
   */
  public TrainedEmbedding train(
      NetworkWeights start, TrainingSet set, ContrastivePlan plan, long seed, TrainingHooks hooks) {
    requireFit(start.shape(), set);
    return new TrainingSession(start, set, plan, seed, hooks, device).train();
  }

  private static void requireFit(NetworkShape shape, TrainingSet set) {
    shape.requireFit(set.features());
    List<String> tasks = set.labels().stream().map(LabelColumn::task).toList();
    if (!shape.tasks().equals(tasks)) {
      throw new IllegalArgumentException(
          "labels: the network has heads for %s; these are %s".formatted(shape.tasks(), tasks));
    }
    if (shape.pairFeatures() != set.pairs().width()) {
      throw new IllegalArgumentException(
          "pairs: the network reads %d numbers of a pair; these have %d"
              .formatted(shape.pairFeatures(), set.pairs().width()));
    }
    int width = shape.layers().embedding();
    if (set.previous().isPresent() && set.previous().get().width() != width) {
      throw new IllegalArgumentException(
          "previous: the network's vectors have %d numbers; these have %d"
              .formatted(width, set.previous().get().width()));
    }
  }
}

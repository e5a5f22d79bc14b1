package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.contrastive.batch.BatchRows;
import dev.clade.valuation.worker.contrastive.batch.Batches;
import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DecayingDescent;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.tensor.WarmCosine;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;

/** The steps of a training from a state on; its memory belongs to the scope that it is made in. */
final class ContrastiveRun {
  private static final double LEAST_RATE = 1e-5;
  private static final double WARM_SHARE = 0.05;
  private static final double DECAY = 1e-4;

  private final ContrastivePlan plan;
  private final ComputeDevice device;
  private final RandomSource random;
  private final Batches batches;
  private final ParameterVector parameters;
  private final ContrastiveNetwork network;
  private final Map<TokenTable, VectorTable> tables = new EnumMap<>(TokenTable.class);
  private final DecayingDescent descent;
  private final Objective objective;
  private FeatureTable features;

  /**
   * Prepares the steps.
   *
   * @param state where they go on from
   * @param seed root of all randomness
   */
  ContrastiveRun(
      TrainingState state, TrainingSet set, ContrastivePlan plan, long seed, ComputeDevice device) {
    this.plan = plan;
    this.device = device;
    this.features = set.features();
    this.random = RandomSource.ofEmbedding(seed, state.diverged());
    NetworkWeights start = state.weights();
    NetworkShape shape = start.shape();
    this.batches = new Batches(set.rows(), plan.batchSize(), set.relations(), set.labels(), random);
    this.parameters =
        ParameterVector.of(start.dense(), ContrastiveNetwork.shapes(start.layout()), device);
    this.network = new ContrastiveNetwork(shape, start.layout(), parameters);
    for (TokenTable table : shape.tokenTables()) {
      tables.put(
          table,
          new VectorTable(
              shape.width(table), start.table(table).clone(), state.squares().get(table).clone()));
    }
    this.descent = descent(state);
    this.objective = new Objective(network, set, plan.losses(), device);
    batches.seek(byTurn(state.epoch()));
  }

  /** Takes other features from now on. */
  void look(FeatureTable other) {
    this.features = other;
  }

  /**
   * Trains an epoch.
   *
   * @param epoch its number, from 0
   * @return losses on average
   * @throws DivergedException when the loss or its gradient is not finite
   */
  LossMeans train(int epoch, BooleanSupplier cancelled) {
    int steps = batches.stepsAnEpoch();
    LossMeans means = LossMeans.ZERO;
    for (int step = 0; step < steps; step++) {
      if (cancelled.getAsBoolean()) {
        throw new TrainingCancelledException();
      }
      means = means.plus(step((long) epoch * steps + step, everything(epoch)), 1.0 / steps);
    }
    return means;
  }

  /** Returns whether all losses take part in an epoch. */
  boolean everything(int epoch) {
    return epoch >= plan.firstEpochs();
  }

  /** Returns an encoder with the weights as they are. */
  RowEncoder encoder() {
    return new RowEncoder(network, tables, device);
  }

  /** Returns the weights as they are; tables are shared and go on changing. */
  NetworkWeights weights() {
    Map<TokenTable, float[]> vectors = new EnumMap<>(TokenTable.class);
    tables.forEach((table, trained) -> vectors.put(table, trained.vectors()));
    return new NetworkWeights(network.shape(), ComputeDevice.fetch(parameters.values()), vectors);
  }

  /** Returns what tables' learning rates have come to, likewise shared. */
  Map<TokenTable, float[]> squares() {
    Map<TokenTable, float[]> squares = new EnumMap<>(TokenTable.class);
    tables.forEach((table, trained) -> squares.put(table, trained.squares()));
    return squares;
  }

  /** Returns the state of the optimizer. */
  byte[] optimizer() {
    return descent.state();
  }

  private LossMeans step(long step, boolean everything) {
    try (PointerScope scope = new PointerScope()) {
      BatchRows batch = batches.next(step, everything);
      ViewPresence presence = ViewPresence.of(network.shape().views(), features, batch.rows());
      presence.hide(plan.dropout().views(), random.stream(Purpose.VIEW_DROPOUT, step));
      BatchInputs inputs =
          new BatchInputs(network.shape(), features, tables, batch.rows(), presence, device);
      inputs.drawTokens(plan.dropout(), random, step);
      ViewVectors views = network.views(inputs.tensors(), inputs.presence());
      BatchLosses losses = objective.of(batch, views, everything);
      double norm = descent.descend(losses.total());
      if (!Double.isFinite(norm)) {
        throw new DivergedException(
            "the training diverged: its gradient was not finite at step %,d".formatted(step));
      }
      inputs.descend(plan.tableRate());
      return losses.numbers(presence.shareOfPairs(), norm);
    }
  }

  /** Returns how many rows were taken by turn before an epoch. */
  private long byTurn(int epoch) {
    int first = Math.min(epoch, plan.firstEpochs());
    return (long) batches.stepsAnEpoch()
        * ((long) first * batches.byTurn(false) + (long) (epoch - first) * batches.byTurn(true));
  }

  private DecayingDescent descent(TrainingState state) {
    int steps = Math.multiplyExact(plan.epochs(), batches.stepsAnEpoch());
    double floor = Math.min(LEAST_RATE, plan.denseRate());
    WarmCosine rates =
        new WarmCosine(plan.denseRate(), floor, (int) Math.ceil(WARM_SHARE * steps), steps);
    DecayingDescent fresh =
        new DecayingDescent(parameters, network.layout().decayedSize(), DECAY, rates);
    if (state.optimizer().length > 0) {
      fresh.restore(state.optimizer(), (long) state.epoch() * batches.stepsAnEpoch());
    }
    return fresh;
  }
}

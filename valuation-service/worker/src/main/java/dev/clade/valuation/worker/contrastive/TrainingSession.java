package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.training.DivergedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;

/**
 * A training from its kept state, or its start, to its end. After each epoch the state is kept, and
 * then the epoch is reported, so that one that is reported never comes again.
 */
final class TrainingSession {
  /** A training that is not finite goes back so many times before it is given up. */
  private static final int MOST_DIVERGED = 3;

  private final NetworkWeights start;
  private final TrainingSet set;
  private final ContrastivePlan plan;
  private final long seed;
  private final TrainingHooks hooks;
  private final ComputeDevice device;
  private final byte[] fingerprint;

  TrainingSession(
      NetworkWeights start,
      TrainingSet set,
      ContrastivePlan plan,
      long seed,
      TrainingHooks hooks,
      ComputeDevice device) {
    this.start = start;
    this.set = set;
    this.plan = plan;
    this.seed = seed;
    this.hooks = hooks;
    this.device = device;
    this.fingerprint = Fingerprint.of(start, set, plan, seed);
  }

  /** Trains to the end. */
  TrainedEmbedding train() {
    TrainingState state = load().orElseGet(() -> TrainingState.start(start, 0));
    while (true) {
      try {
        return train(state);
      } catch (DivergedException e) {
        int diverged = state.diverged();
        if (diverged >= MOST_DIVERGED) {
          throw e;
        }
        // What came of the state is a pure function of it, so other numbers have to be drawn.
        state = load().orElseGet(() -> TrainingState.start(start, diverged)).divergedOnce();
        keep(state);
      }
    }
  }

  private TrainedEmbedding train(TrainingState from) {
    TrainingState state = from;
    try (PointerScope scope = new PointerScope()) {
      ContrastiveRun run = new ContrastiveRun(state, set, plan, seed, device);
      float[] between = state.between();
      FeatureTable features = between.length > 0 ? refreshed(between) : set.features();
      for (int epoch = state.epoch(); epoch < plan.epochs(); epoch++) {
        if (state.worse() >= plan.patience()) {
          break;
        }
        if (epoch == plan.firstEpochs() && epoch > 0 && hooks.lineage().isPresent()) {
          between = run.encoder().fused(features);
          features = refreshed(between);
        }
        run.look(features);
        LossMeans losses = run.train(epoch, hooks.cancelled());
        OptionalDouble score = score(run, epoch, features);
        state = after(state, run, between, score);
        keep(state);
        report(epoch, run, losses, features, score, state.diverged());
      }
      return new TrainedEmbedding(
          state.best().orElseGet(run::weights),
          features,
          state.epoch(),
          state.bestScore(),
          state.diverged());
    }
  }

  private OptionalDouble score(ContrastiveRun run, int epoch, FeatureTable features) {
    if (hooks.validation().isEmpty() || !run.everything(epoch)) {
      return OptionalDouble.empty();
    }
    double score = hooks.validation().get().score(run.weights(), run.encoder().fused(features));
    if (Double.isNaN(score)) {
      throw new DivergedException(
          "the training diverged: validation gave no number after epoch " + (epoch + 1));
    }
    return OptionalDouble.of(score);
  }

  private TrainingState after(
      TrainingState before, ContrastiveRun run, float[] between, OptionalDouble score) {
    NetworkWeights weights = run.weights();
    boolean better =
        score.isPresent()
            && (before.bestScore().isEmpty()
                || score.getAsDouble() > before.bestScore().getAsDouble());
    return new TrainingState(
        before.epoch() + 1,
        before.diverged(),
        weights,
        run.squares(),
        run.optimizer(),
        between,
        better ? Optional.of(copy(weights)) : before.best(),
        better ? score : before.bestScore(),
        better ? 0 : before.worse() + (score.isPresent() ? 1 : 0));
  }

  private void report(
      int epoch,
      ContrastiveRun run,
      LossMeans losses,
      FeatureTable features,
      OptionalDouble score,
      int diverged) {
    Health health = HealthCheck.of(run.encoder(), set, features);
    hooks
        .reports()
        .accept(new EpochReport(epoch + 1, run.everything(epoch), losses, health, score, diverged));
  }

  private FeatureTable refreshed(float[] between) {
    FeatureTable given = set.features();
    DenseRows lineage =
        hooks
            .lineage()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "lineage: the kept state needs the lineage view to be made anew"))
            .lineage(between.clone());
    FeatureTable fresh =
        new FeatureTable(
            given.presence(),
            given.card(),
            given.tags(),
            given.numeric(),
            lineage,
            given.activity(),
            given.owners(),
            given.names());
    start.shape().requireFit(fresh);
    return fresh;
  }

  private Optional<TrainingState> load() {
    try {
      Optional<InputStream> kept = hooks.checkpoints().open();
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = kept.get()) {
        return Optional.of(StateFormat.read(fingerprint, in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the state of the training cannot be read", e);
    }
  }

  private void keep(TrainingState state) {
    try {
      hooks.checkpoints().keep(out -> StateFormat.write(state, fingerprint, out));
    } catch (IOException e) {
      throw new UncheckedIOException("the state of the training cannot be kept", e);
    }
  }

  private static NetworkWeights copy(NetworkWeights weights) {
    Map<TokenTable, float[]> tables = new EnumMap<>(TokenTable.class);
    for (TokenTable table : weights.shape().tokenTables()) {
      tables.put(table, weights.table(table).clone());
    }
    return new NetworkWeights(weights.shape(), weights.dense().clone(), tables);
  }
}

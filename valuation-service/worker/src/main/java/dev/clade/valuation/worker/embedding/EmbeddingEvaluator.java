package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.version.EmbeddingFormat;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.evaluation.Attempts;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Trains the embedding of a coalition and measures it on what is held out. The result is a function
 * of the set, the contributors, the parameters, the seed, the replicate and the coalition. A
 * training that diverges is repeated with other random numbers, at most twice.
 */
public final class EmbeddingEvaluator {
  private final ContrastiveTrainer trainer;
  private final CoalitionTraining training;
  private final TrainingStates states;

  /**
   * Creates an evaluator.
   *
   * @param device what computes
   * @param states where trainings keep their states
   */
  public EmbeddingEvaluator(ComputeDevice device, TrainingStates states) {
    this.trainer = new ContrastiveTrainer(device);
    this.training = new CoalitionTraining(trainer, states);
    this.states = states;
  }

  /**
   * Evaluates a coalition.
   *
   * @param cancelled asked between training steps whether to stop
   * @throws DivergedException when every attempt diverged
   * @throws TrainingCancelledException when told to stop
   * @throws IllegalArgumentException when the coalition does not fit its contributors, or these do
   *     not fit the set
   */
  public EvaluatedEmbedding evaluate(
      PreparedRepositories prepared, EmbeddingRequest request, BooleanSupplier cancelled) {
    Holdout holdout = prepared.holdout();
    int count = request.contributors().size();
    if (request.coalition().length() > count) {
      throw new IllegalArgumentException(
          "coalition: bit %d is set; there are %d contributors"
              .formatted(request.coalition().length() - 1, count));
    }
    Contributions contributions =
        new Contributions(request.contributors(), holdout.set().records());
    BitSet rows = contributions.rows(request.coalition());
    rows.and(holdout.learnt());
    Set<View> views = contributions.views(request.coalition());
    return Attempts.first(
        attempt ->
            measured(
                prepared,
                training.train(
                    holdout,
                    rows.stream().toArray(),
                    views,
                    request.parameters().plan(rows.cardinality()),
                    request.parameters().lineageRefreshes(),
                    seed(holdout, request, attempt),
                    cancelled),
                cancelled));
  }

  /**
   * Writes what was learned as a version, with what answers from it need.
   *
   * @throws IOException when it cannot be written
   */
  public void write(PreparedRepositories prepared, EvaluatedEmbedding evaluated, Path file)
      throws IOException {
    LearntEmbedding learnt = evaluated.learnt();
    EmbeddingVersion version = VersionMaker.of(prepared.holdout(), learnt, trainer);
    try (OutputStream out = Files.newOutputStream(file)) {
      EmbeddingFormat.write(version, out);
    }
  }

  /** Forgets how far a training had come; to be called when nobody will ask for it again. */
  public void forget(EvaluatedEmbedding evaluated) {
    states.forget(evaluated.learnt().seed());
  }

  private EvaluatedEmbedding measured(
      PreparedRepositories prepared, LearntEmbedding learnt, BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new TrainingCancelledException();
    }
    Holdout holdout = prepared.holdout();
    FeatureTable features = learnt.features(holdout, holdout.visible(), trainer);
    Map<String, Double> utilities = prepared.quality().of(learnt.weights(), features, trainer);
    if (!utilities.values().stream().allMatch(Double::isFinite)) {
      throw new DivergedException("the training diverged: what it gave cannot be measured");
    }
    return new EvaluatedEmbedding(learnt, utilities);
  }

  private static long seed(Holdout holdout, EmbeddingRequest request, int attempt) {
    return RandomSource.ofTraining(
            "%s %s %s"
                .formatted(holdout.set().name(), request.contributors(), request.parameters()),
            request.seed(),
            request.coalition(),
            request.replicate(),
            attempt)
        .seed();
  }
}

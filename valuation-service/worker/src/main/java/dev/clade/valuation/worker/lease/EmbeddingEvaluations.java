package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.embedding.EmbeddingEvaluator;
import dev.clade.valuation.worker.embedding.EmbeddingParameters;
import dev.clade.valuation.worker.embedding.EmbeddingRequest;
import dev.clade.valuation.worker.embedding.EvaluatedEmbedding;
import dev.clade.valuation.worker.embedding.PreparedRepositories;
import dev.clade.valuation.worker.telemetry.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Evaluates coalitions of repositories, and hands over what everybody together gives where the run
 * is told to.
 */
public final class EmbeddingEvaluations implements Evaluator {
  private static final EventLog LOG = EventLog.of(EmbeddingEvaluations.class);

  private final RepositorySource source;
  private final EmbeddingEvaluator evaluator;
  private final FeatureSets featureSets;
  private final Path folder;

  /**
   * Creates an evaluator.
   *
   * @param source where repositories come from
   * @param evaluator does the work
   * @param folder where files are kept as long as the process lives
   */
  public EmbeddingEvaluations(RepositorySource source, EmbeddingEvaluator evaluator, Path folder) {
    this.source = source;
    this.evaluator = evaluator;
    this.featureSets = new FeatureSets(source, folder);
    this.folder = folder;
  }

  @Override
  public EvaluationReport evaluate(Lease lease, BooleanSupplier gone, BooleanSupplier allGone) {
    if (!(lease.work() instanceof RepositoryWork work)) {
      throw new IllegalArgumentException(
          "trainer: this worker has \"%s\" alone".formatted(RepositoryWork.TRAINER));
    }
    EmbeddingParameters parameters = EmbeddingParameters.of(work.parameters());
    PreparedRepositories prepared = featureSets.get(parameters.featureSet(), lease.valuation());
    EmbeddingRequest request =
        new EmbeddingRequest(
            source.contributors(work.contributorSet()),
            work.coalition(),
            work.replicate(),
            work.seed(),
            parameters);
    long start = System.nanoTime();
    EvaluatedEmbedding evaluated = evaluator.evaluate(prepared, request, gone);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    if (request.isPublished()) {
      publish(lease, prepared, evaluated);
    }
    evaluator.forget(evaluated);
    return new EvaluationReport(evaluated.utilities(), prepared.reference(), duration);
  }

  private void publish(Lease lease, PreparedRepositories prepared, EvaluatedEmbedding evaluated) {
    Path file = folder.resolve("version");
    try {
      evaluator.write(prepared, evaluated, file);
      String name = source.publish(lease.id(), evaluated.utilities(), file);
      LOG.info("version handed over", "embedding", name, "bytes", Files.size(file));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("a version of the embedding cannot be kept", e);
    }
  }
}

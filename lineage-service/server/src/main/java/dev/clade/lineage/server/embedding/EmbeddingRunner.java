package dev.clade.lineage.server.embedding;

import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.HubEncoder;
import dev.clade.embedding.version.Probe;
import dev.clade.lineage.server.feature.FeatureSet;
import dev.clade.lineage.server.feature.FeatureSetStore;
import dev.clade.lineage.server.feature.FeatureSettings;
import dev.clade.lineage.server.work.LeasedWorker;
import dev.clade.lineage.server.work.Waiting;
import dev.clade.lineage.server.work.WorkQueue;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Encodes all repositories with versions, one version at a time on a thread of its own. */
@Singleton
@Startup
public final class EmbeddingRunner implements WorkQueue<Embedding> {
  private final EmbeddingStore store;
  private final VectorStore vectors;
  private final FeatureSetStore sets;
  private final EmbeddingFiles files;
  private final Meters meters;
  private final LeasedWorker<Embedding> worker;

  @Inject
  EmbeddingRunner(
      EmbeddingStore store,
      VectorStore vectors,
      FeatureSetStore sets,
      EmbeddingFiles files,
      FeatureSettings settings,
      Meters meters) {
    this.store = store;
    this.vectors = vectors;
    this.sets = sets;
    this.files = files;
    this.meters = meters;
    this.worker = new LeasedWorker<>(this, settings.lease(), settings.pause());
  }

  @PreDestroy
  void close() {
    worker.close();
  }

  /** Looks for a version to encode with. */
  void wake() {
    worker.wake();
  }

  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public String id(Embedding embedding) {
    return embedding.id();
  }

  @Override
  public Uni<Optional<Embedding>> take(UUID holder, Duration lease) {
    return store.take(holder, lease);
  }

  @Override
  public Uni<Boolean> renew(Embedding embedding, UUID holder, Duration lease) {
    return store.renew(embedding.id(), holder, lease);
  }

  @Override
  public Uni<Void> fail(Embedding embedding, UUID holder, CladeException why) {
    return store.fail(embedding.id(), holder, why);
  }

  @Override
  public void run(Embedding embedding, UUID holder) {
    long start = System.nanoTime();
    FeatureSet set = Waiting.on(() -> sets.find(embedding.featureSet())).orElseThrow();
    EmbeddingVersion version = proved(embedding);
    int done = Waiting.on(() -> vectors.count(embedding.id()));
    RowBlocks blocks =
        new RowBlocks(
            rows -> {
              if (!Waiting.on(
                  () -> vectors.add(embedding.id(), holder, version.dimension(), rows))) {
                throw new CladeException(
                    Reason.LEASE_LOST, "the lease on the version is lost", Map.of());
              }
            });
    int count =
        new HubEncoder(version, set.snapshotTime())
            .encode(reader -> files.readRecords(set, reader), done, blocks);
    blocks.finish();
    Waiting.on(() -> store.finish(embedding.id(), holder, count, version.dimension()));
    meters.timer(Metric.ENCODING).record(Duration.ofNanos(System.nanoTime() - start));
  }

  /** Reads a version, and sees that it computes here what it did where it was trained. */
  private EmbeddingVersion proved(Embedding embedding) {
    try {
      EmbeddingVersion version = files.version(embedding.file());
      double difference = version.probe().difference(version);
      if (difference < Probe.TOLERANCE) {
        return version;
      }
      throw invalid(
          "a number of its probe's vectors is %.2g from the one that was given; at most %.2g is allowed"
              .formatted(difference, Probe.TOLERANCE));
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  private static CladeException invalid(String why) {
    return new CladeException(
        Reason.EMBEDDING_INVALID, "the embedding cannot be used: " + why, Map.of("field", "chunk"));
  }
}

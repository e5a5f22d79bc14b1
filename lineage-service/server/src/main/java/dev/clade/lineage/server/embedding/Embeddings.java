package dev.clade.lineage.server.embedding;

import dev.clade.lineage.server.feature.FeatureSets;
import dev.clade.lineage.server.file.FileChunks;
import dev.clade.lineage.server.file.StoredFile;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What callers ask of versions. */
@Singleton
public final class Embeddings {
  private static final int ID_LENGTH = 32;
  private static final int MOST_METRICS = 100;
  private static final int LONGEST_METRIC = 100;

  private final EmbeddingStore store;
  private final FeatureSets sets;
  private final FileChunks chunks;
  private final EmbeddingRunner runner;

  @Inject
  Embeddings(EmbeddingStore store, FeatureSets sets, FileChunks chunks, EmbeddingRunner runner) {
    this.store = store;
    this.sets = sets;
    this.chunks = chunks;
    this.runner = runner;
  }

  /**
   * Begins to take a version.
   *
   * @return a failure when its feature set is not there or not made
   * @throws CladeException when a metric is not finite, or has a long name, or there are too many
   */
  public Uni<Reception> begin(Description description) {
    if (description.metrics().size() > MOST_METRICS) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          "embedding.metrics",
          description.metrics().size() + " entries",
          "must have at most %d".formatted(MOST_METRICS));
    }
    description.metrics().forEach(Embeddings::requireMetric);
    return chunks
        .sweep()
        .chain(() -> sets.ready(description.featureSet()))
        .map(set -> new Reception(description, chunks));
  }

  private static void requireMetric(String name, double value) {
    if (name.isEmpty() || name.length() > LONGEST_METRIC || name.indexOf('\0') >= 0) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          "embedding.metrics",
          name,
          "names must have from 1 to %d characters, none of them NUL".formatted(LONGEST_METRIC));
    }
    if (!Double.isFinite(value)) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "embedding.metrics[%s]".formatted(name),
          value,
          "must be finite");
    }
  }

  /**
   * Keeps a version that was received, unless it is there.
   *
   * @param file what the reception gave at its end
   * @return the version that is there then; a failure when the same file was kept for another
   *     feature set
   */
  public Uni<Embedding> keep(Reception reception, StoredFile file) {
    Description description = reception.description();
    String id = file.digest().substring(0, ID_LENGTH);
    return store
        .keep(id, description.featureSet(), description.valuation(), description.metrics(), file)
        .invoke(
            kept -> {
              if (kept) {
                runner.wake();
              } else {
                reception.discard();
              }
            })
        .chain(() -> get(id))
        .invoke(
            known -> {
              if (!known.featureSet().equals(description.featureSet())) {
                throw CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    "embedding.feature_set",
                    "featureSets/" + description.featureSet(),
                    "must be featureSets/%s, for which this file was uploaded before"
                        .formatted(known.featureSet()));
              }
            });
  }

  /**
   * Returns a version.
   *
   * @return a failure with {@link Reason#EMBEDDING_NOT_FOUND} when there is none
   */
  public Uni<Embedding> get(String id) {
    return store
        .find(id)
        .map(
            found ->
                found.orElseThrow(() -> CladeException.notFound(Reason.EMBEDDING_NOT_FOUND, id)));
  }

  /** As {@link EmbeddingStore#list}. */
  public Uni<List<Embedding>> list(EmbeddingStore.Place before, int most) {
    return store.list(before, most);
  }

  /**
   * Lets answers come from a version.
   *
   * @return a failure with {@link Reason#EMBEDDING_NOT_READY} when it is not encoded, and as {@link
   *     #get}
   */
  public Uni<Embedding> serve(String id) {
    return get(id)
        .chain(
            found -> {
              if (found.state() != EmbeddingState.READY) {
                throw new CladeException(
                    Reason.EMBEDDING_NOT_READY,
                    found.state() == EmbeddingState.ENCODING
                        ? "repositories are still being encoded with the embedding " + id
                        : "the embedding %s cannot be served: %s".formatted(id, found.failure()),
                    Map.of("value", id));
              }
              return store.serve(id);
            })
        .chain(() -> get(id));
  }
}

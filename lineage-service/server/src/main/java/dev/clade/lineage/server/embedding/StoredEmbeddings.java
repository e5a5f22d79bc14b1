package dev.clade.lineage.server.embedding;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.lineage.server.feature.FeatureSet;
import dev.clade.lineage.server.feature.FeatureSetStore;
import dev.clade.lineage.server.work.Waiting;
import dev.clade.runtime.grpc.FailureTranslator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Versions as the database has them. */
@Singleton
final class StoredEmbeddings implements EmbeddingSource {
  private static final int BLOCK = 1_000;

  private final EmbeddingStore store;
  private final VectorStore vectors;
  private final FeatureSetStore sets;
  private final EmbeddingFiles files;

  @Inject
  StoredEmbeddings(
      EmbeddingStore store, VectorStore vectors, FeatureSetStore sets, EmbeddingFiles files) {
    this.store = store;
    this.vectors = vectors;
    this.sets = sets;
    this.files = files;
  }

  @Override
  public Optional<ServedEmbedding> served() {
    return on(store::served)
        .map(
            served ->
                new ServedEmbedding(
                    served.id(),
                    served.featureSet(),
                    set(served.featureSet()).snapshotTime(),
                    Math.toIntExact(served.repositoryCount()),
                    served.dimension()));
  }

  @Override
  public EmbeddingVersion version(ServedEmbedding embedding) {
    return files.version(on(() -> store.find(embedding.id())).orElseThrow().file());
  }

  @Override
  public void readRecords(ServedEmbedding embedding, Consumer<RepositoryRecord> reader) {
    files.readRecords(set(embedding.featureSet()), reader);
  }

  @Override
  public void readVectors(ServedEmbedding embedding, Consumer<EncodedRow> reader) {
    for (int first = 0; first < embedding.rows(); ) {
      int from = first;
      List<EncodedRow> block = on(() -> vectors.read(embedding.id(), from, BLOCK));
      block.forEach(reader);
      first = block.getLast().row() + 1;
    }
  }

  /** A set is never removed while a version encodes it. */
  private FeatureSet set(String id) {
    return on(() -> sets.find(id)).orElseThrow();
  }

  private static <T> T on(Supplier<Uni<T>> question) {
    try {
      return Waiting.on(question);
    } catch (RuntimeException e) {
      throw FailureTranslator.translate(e);
    }
  }
}

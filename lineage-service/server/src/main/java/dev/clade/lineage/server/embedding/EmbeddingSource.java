package dev.clade.lineage.server.embedding;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.version.EmbeddingVersion;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where those who answer read the version that is served. A version that is ready never changes, so
 * what is read piece by piece fits together. All methods block, and throw {@link
 * dev.clade.runtime.error.CladeException} when the database is away.
 */
public interface EmbeddingSource {
  /** Returns the version that is served now, if there is one. */
  Optional<ServedEmbedding> served();

  /** Reads the file of a version. */
  EmbeddingVersion version(ServedEmbedding embedding);

  /** Reads the records of the repositories, in the order of rows, one at a time. */
  void readRecords(ServedEmbedding embedding, Consumer<RepositoryRecord> reader);

  /** Reads the vectors of the repositories, in the order of rows, one at a time. */
  void readVectors(ServedEmbedding embedding, Consumer<EncodedRow> reader);
}

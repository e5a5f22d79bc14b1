package dev.clade.lineage.server.embedding;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordReader;
import dev.clade.embedding.version.EmbeddingFormat;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.lineage.server.feature.FeatureSet;
import dev.clade.lineage.server.feature.FeatureSets;
import dev.clade.lineage.server.file.FileChunks;
import dev.clade.lineage.server.file.FileInput;
import dev.clade.lineage.server.file.StoredFile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Reads the files of versions and of feature sets. Blocks. */
@Singleton
final class EmbeddingFiles {
  private final FileChunks chunks;

  @Inject
  EmbeddingFiles(FileChunks chunks) {
    this.chunks = chunks;
  }

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException if it is none, or damaged
   */
  EmbeddingVersion version(StoredFile file) {
    try {
      return EmbeddingFormat.read(new FileInput(chunks, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the records of a set that is made. */
  void readRecords(FeatureSet set, Consumer<RepositoryRecord> reader) {
    try {
      new RecordReader(new FileInput(chunks, FeatureSets.file(set))).forEach(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

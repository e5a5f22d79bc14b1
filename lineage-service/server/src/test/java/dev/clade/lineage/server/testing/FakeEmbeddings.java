package dev.clade.lineage.server.testing;

import dev.clade.embedding.answer.EncodedRepositories;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.testing.DrawnHub;
import dev.clade.embedding.testing.DrawnVersion;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.lineage.server.embedding.EmbeddingSource;
import dev.clade.lineage.server.embedding.EncodedRow;
import dev.clade.lineage.server.embedding.ServedEmbedding;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Versions that tests serve, of one hub. Only what a test serves is there. */
@Alternative
@Priority(1)
@Singleton
public class FakeEmbeddings implements EmbeddingSource {
  /** How many families the hub has. */
  public static final int FAMILIES = 6;

  /** The repositories of the hub. */
  public static final List<RepositoryRecord> RECORDS = DrawnHub.records(FAMILIES);

  private final Map<String, EmbeddingVersion> versions = new ConcurrentHashMap<>();
  private volatile Optional<String> served = Optional.empty();
  private volatile boolean isDown;
  private volatile boolean isDamaged;
  private final AtomicInteger questions = new AtomicInteger();

  /** Serves a version whose weights are drawn by its name. */
  public void serve(String id) {
    versions.computeIfAbsent(id, each -> DrawnVersion.of(RECORDS, each.hashCode()));
    isDown = false;
    isDamaged = false;
    served = Optional.of(id);
  }

  /** Serves a version whose vectors are not as many as its records. */
  public void serveDamaged(String id) {
    serve(id);
    isDamaged = true;
  }

  /** Serves none. */
  public void serveNone() {
    isDown = false;
    served = Optional.empty();
  }

  /** Fails every question from now on, until something is served. */
  public void goDown() {
    isDown = true;
  }

  /** Returns how often it was asked which version is served. */
  public int questions() {
    return questions.get();
  }

  @Override
  public Optional<ServedEmbedding> served() {
    questions.incrementAndGet();
    if (isDown) {
      throw new CladeException(Reason.DATABASE_UNAVAILABLE, "the database is away", Map.of());
    }
    return served.map(
        id -> new ServedEmbedding(id, "drawn", DrawnHub.AT, RECORDS.size(), width(id)));
  }

  @Override
  public EmbeddingVersion version(ServedEmbedding embedding) {
    return versions.get(embedding.id());
  }

  @Override
  public void readRecords(ServedEmbedding embedding, Consumer<RepositoryRecord> reader) {
    RECORDS.subList(isDamaged ? 1 : 0, RECORDS.size()).forEach(reader);
  }

  @Override
  public void readVectors(ServedEmbedding embedding, Consumer<EncodedRow> reader) {
    EncodedRepositories encoded = DrawnVersion.encode(version(embedding), RECORDS);
    for (int row = 0; row < RECORDS.size(); row++) {
      reader.accept(row(encoded, row));
    }
  }

  private int width(String id) {
    return versions.get(id).dimension();
  }

  private static EncodedRow row(EncodedRepositories encoded, int row) {
    int width = encoded.fused().width();
    byte presence = 0;
    float[] all = new float[View.values().length * width];
    int count = 0;
    for (View view : View.values()) {
      VectorTable vectors = encoded.views().get(view);
      if (vectors != null && vectors.has(row)) {
        presence |= (byte) (1 << view.ordinal());
        System.arraycopy(vectors.vector(row), 0, all, count++ * width, width);
      }
    }
    String name = "models/" + encoded.records().get(row).id();
    return new EncodedRow(
        row, name, presence, encoded.fused().vector(row), Arrays.copyOf(all, count * width));
  }
}

package dev.clade.lineage.server.similarity;

import dev.clade.embedding.answer.EmbeddingAnswers;
import dev.clade.embedding.answer.EncodedRepositories;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.lineage.server.embedding.EmbeddingSource;
import dev.clade.lineage.server.embedding.EncodedRow;
import dev.clade.lineage.server.embedding.ServedEmbedding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a version and what it encoded into memory. */
final class VersionReader {
  private final int rows;
  private final int width;
  private final float[] fused;
  private final Map<View, float[]> views = new EnumMap<>(View.class);

  private VersionReader(ServedEmbedding embedding) {
    rows = embedding.rows();
    width = embedding.dimension();
    fused = new float[Math.multiplyExact(rows, width)];
  }

  /**
   * Reads a version; works for minutes when it has many rows.
   *
   * @throws IllegalArgumentException when what is kept of it does not fit together
   */
  static ServedVersion read(EmbeddingSource source, ServedEmbedding embedding) {
    List<RepositoryRecord> records = new ArrayList<>(embedding.rows());
    source.readRecords(embedding, records::add);
    VersionReader reader = new VersionReader(embedding);
    source.readVectors(embedding, reader::take);
    Map<View, VectorTable> views = new EnumMap<>(View.class);
    reader.views.forEach((view, values) -> views.put(view, new VectorTable(reader.width, values)));
    return new ServedVersion(
        embedding.id(),
        new EmbeddingAnswers(
            source.version(embedding),
            new EncodedRepositories(
                embedding.snapshotTime(),
                records,
                new VectorTable(reader.width, reader.fused),
                views)));
  }

  private void take(EncodedRow row) {
    if (row.row() >= rows || row.fused().length != width) {
      throw new IllegalArgumentException(
          "row %,d with %d dimensions is none of %,d with %d"
              .formatted(row.row(), row.fused().length, rows, width));
    }
    int place = row.row() * width;
    System.arraycopy(row.fused(), 0, fused, place, width);
    int from = 0;
    for (View view : View.values()) {
      if ((row.presence() >> view.ordinal() & 1) != 0) {
        float[] values = views.computeIfAbsent(view, _ -> new float[fused.length]);
        System.arraycopy(row.views(), from, values, place, width);
        from += width;
      }
    }
  }
}

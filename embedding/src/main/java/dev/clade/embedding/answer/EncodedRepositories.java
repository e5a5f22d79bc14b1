package dev.clade.embedding.answer;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.vector.VectorTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The repositories of a feature set as a version encodes them.
 *
 * @param snapshot what their activity is seen from
 * @param records the repositories, a row each
 * @param fused vectors of the rows; zeros for those of which nothing is known
 * @param views vectors of each view; zeros for rows without it
 */
public record EncodedRepositories(
    Instant snapshot,
    List<RepositoryRecord> records,
    VectorTable fused,
    Map<View, VectorTable> views) {
  /**
   * Takes unmodifiable copies.
   *
   * @throws IllegalArgumentException if there are not as many vectors as records
   */
  public EncodedRepositories {
    records = List.copyOf(records);
    views = Map.copyOf(views);
    int rows = records.size();
    if (fused.rows() != rows || views.values().stream().anyMatch(view -> view.rows() != rows)) {
      throw new IllegalArgumentException("there must be %,d vectors of each view".formatted(rows));
    }
  }
}

package dev.clade.embedding.parent;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What structure and pairs are judged by. It is no feature of the embedding, so it may hold what
 * the leak list takes out of those, but nothing of declared parents.
 *
 * @param createdAt seconds since 1970
 * @param architectures for each row the number of its architecture, -1 when unknown
 * @param sizes for each row the number of its hidden size, -1 when unknown
 * @param owners for each row the number of its owner
 * @param quantised whether a row is called as if it held less precise copies
 * @param merged whether a row says that it was put together from several
 * @param names three to five neighbouring characters of names
 */
public record RowFacts(
    long[] createdAt,
    int[] architectures,
    int[] sizes,
    int[] owners,
    boolean[] quantised,
    boolean[] merged,
    TokenBags names) {

  /** Collects what records tell. */
  public static RowFacts of(List<RepositoryRecord> records, TokenBags names) {
    int rows = records.size();
    boolean[] quantised = new boolean[rows];
    boolean[] merged = new boolean[rows];
    long[] created = new long[rows];
    for (int row = 0; row < rows; row++) {
      RepositoryRecord record = records.get(row);
      created[row] = record.createdAt().map(Instant::getEpochSecond).orElse(0L);
      quantised[row] = RelationMaker.isCalledQuantised(record.name());
      merged[row] =
          record.tags().contains("merge")
              || record.tags().contains("mergekit")
              || record.name().toLowerCase(Locale.ROOT).contains("merge");
    }
    return new RowFacts(
        created,
        numbers(records, RepositoryRecord::modelType),
        numbers(records, record -> record.config().getOrDefault("hidden_size", "")),
        numbers(records, record -> record.owner().toLowerCase(Locale.ROOT)),
        quantised,
        merged,
        names);
  }

  /** Returns the number of rows. */
  public int rows() {
    return createdAt.length;
  }

  /**
   * Returns whether a row may be the parent of another by what is known of both: not younger, and
   * not of another architecture.
   */
  public boolean mayBeParent(int child, int candidate) {
    return child != candidate
        && createdAt[candidate] <= createdAt[child]
        && (architectures[child] < 0
            || architectures[candidate] < 0
            || architectures[child] == architectures[candidate]);
  }

  private static int[] numbers(
      List<RepositoryRecord> records, Function<RepositoryRecord, String> value) {
    Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    return records.stream()
        .map(value)
        .mapToInt(
            each -> each.isEmpty() ? -1 : numbers.computeIfAbsent(each, key -> numbers.size()))
        .toArray();
  }
}

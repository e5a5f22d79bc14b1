package dev.clade.embedding.answer;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is known of rows beside their vectors: what they are, and what they declare. */
final class RowDetails {
  private final RepositoryKind[] kinds;
  private final String[] ids;
  private final List<List<String>> baseModels;
  private final Object2IntOpenHashMap<String> rows = new Object2IntOpenHashMap<>();
  private final Map<String, LabelColumn> labels;

  /** Collects what records tell, and keeps no record. */
  RowDetails(List<RepositoryRecord> records) {
    kinds = records.stream().map(RepositoryRecord::kind).toArray(RepositoryKind[]::new);
    ids = records.stream().map(RepositoryRecord::id).toArray(String[]::new);
    baseModels = records.stream().map(RepositoryRecord::baseModels).toList();
    labels =
        Labels.of(records).stream()
            .collect(Collectors.toUnmodifiableMap(LabelColumn::task, Function.identity()));
    rows.defaultReturnValue(-1);
    for (int row = 0; row < ids.length; row++) {
      rows.putIfAbsent(key(kinds[row], ids[row]), row);
    }
  }

  int count() {
    return ids.length;
  }

  RepositoryKind kind(int row) {
    return kinds[row];
  }

  String id(int row) {
    return ids[row];
  }

  List<String> baseModels(int row) {
    return baseModels.get(row);
  }

  /** Returns the row of a repository, whatever the case of its letters. */
  OptionalInt find(RepositoryKind kind, String id) {
    int row = rows.getInt(key(kind, id));
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Returns a column of labels; one without any when no row has such a label. */
  LabelColumn labels(String attribute) {
    LabelColumn column = labels.get(attribute);
    return column != null
        ? column
        : new LabelColumn(
            attribute,
            List.of(),
            IntStream.generate(() -> LabelColumn.NONE).limit(ids.length).toArray());
  }

  /** Returns the label that a row declares; empty without one. */
  String label(String attribute, int row) {
    LabelColumn column = labels(attribute);
    int value = column.values()[row];
    return value == LabelColumn.NONE ? "" : column.classes().get(value);
  }

  /** Returns what rows of a filter's kinds and labels pass. */
  IntPredicate passing(RowFilter filter) {
    IntPredicate tasks = passing(Labels.TASK, filter.tasks());
    IntPredicate libraries = passing(Labels.LIBRARY, filter.libraries());
    IntPredicate licenses = passing(Labels.LICENSE, filter.licenses());
    return row ->
        filter.kinds().contains(kinds[row])
            && tasks.test(row)
            && libraries.test(row)
            && licenses.test(row);
  }

  private IntPredicate passing(String attribute, Set<String> wanted) {
    if (wanted.isEmpty()) {
      return row -> true;
    }
    LabelColumn column = labels(attribute);
    boolean[] passes = new boolean[column.classes().size()];
    for (int label = 0; label < passes.length; label++) {
      passes[label] = wanted.contains(column.classes().get(label));
    }
    int[] values = column.values();
    return row -> values[row] != LabelColumn.NONE && passes[values[row]];
  }

  private static String key(RepositoryKind kind, String id) {
    return kind + "/" + id.toLowerCase(Locale.ROOT);
  }
}

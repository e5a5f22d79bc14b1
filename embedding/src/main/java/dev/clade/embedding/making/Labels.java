package dev.clade.embedding.making;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.repository.DeclaredRelation;
import dev.clade.embedding.repository.RepositoryRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Labels of repositories. Of several values, the first counts; a repository without one has none.
 */
public final class Labels {
  /** The task that a model is for. */
  public static final String TASK = "pipeline_tag";

  /** The library that a model is made with. */
  public static final String LIBRARY = "library_name";

  /** The licence, normalised. */
  public static final String LICENSE = "license";

  /** The architecture. */
  public static final String MODEL_TYPE = "model_type";

  /** How it was derived, of those that say so. */
  public static final String RELATION = "relation";

  private Labels() {}

  /** Returns a column for each kind of label that some repository has. */
  public static List<LabelColumn> of(List<RepositoryRecord> records) {
    List<LabelColumn> columns = new ArrayList<>();
    add(columns, TASK, records, RepositoryRecord::task);
    add(columns, LIBRARY, records, RepositoryRecord::library);
    add(columns, LICENSE, records, Labels::license);
    add(columns, MODEL_TYPE, records, RepositoryRecord::modelType);
    add(columns, RELATION, records, Labels::relation);
    return columns;
  }

  private static void add(
      List<LabelColumn> columns,
      String task,
      List<RepositoryRecord> records,
      Function<RepositoryRecord, String> label) {
    List<String> values =
        records.stream().map(label).map(each -> each.strip().toLowerCase(Locale.ROOT)).toList();
    SortedSet<String> distinct = new TreeSet<>(values);
    distinct.remove("");
    if (!distinct.isEmpty()) {
      List<String> classes = List.copyOf(distinct);
      columns.add(
          new LabelColumn(
              task,
              classes,
              values.stream()
                  .mapToInt(
                      value ->
                          value.isEmpty()
                              ? LabelColumn.NONE
                              : Collections.binarySearch(classes, value))
                  .toArray()));
    }
  }

  private static String license(RepositoryRecord record) {
    return record.licenses().stream()
        .map(LicenseNames::normalised)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String relation(RepositoryRecord record) {
    return record.relations().stream()
        .map(DeclaredRelation::kind)
        .filter(kind -> kind.isDerivation())
        .map(kind -> kind.name())
        .filter(name -> !name.startsWith("UNSPECIFIED"))
        .findFirst()
        .orElse("");
  }
}

package dev.clade.lineage.ecosystem.hub;

import dev.clade.lineage.ecosystem.activity.Measure;
import dev.clade.lineage.ecosystem.activity.RepositoryTable;
import dev.clade.lineage.ecosystem.activity.SubField;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The repositories of July 2024 by columns; of their tags, those that make a sub-field. */
final class HubRepositories {
  private static final Set<String> TAGS = new HashSet<>();

  static {
    Arrays.stream(SubField.values()).forEach(field -> TAGS.addAll(field.tags()));
  }

  private final int downloadsColumn;
  private final LongArrayList likes = new LongArrayList();
  private final LongArrayList downloads = new LongArrayList();
  private final List<String> owners = new ArrayList<>();
  private final List<Set<String>> tags = new ArrayList<>();
  private final List<List<String>> licenses = new ArrayList<>();
  private final Map<Object, Object> known = new HashMap<>();

  private HubRepositories(int downloadsColumn) {
    this.downloadsColumn = downloadsColumn;
  }

  static RepositoryTable models() {
    return read(Hub.FOLDER + "models.tsv.gz", 2);
  }

  static RepositoryTable datasets() {
    return read("hub_datasets_2024_07/datasets.tsv.gz", 4);
  }

  private static RepositoryTable read(String relative, int downloadsColumn) {
    HubRepositories repositories = new HubRepositories(downloadsColumn);
    Hub.readTable(relative, repositories::add);
    return repositories.table();
  }

  private void add(String[] columns) {
    String all = columns[columns.length - 1];
    downloads.add(Long.parseLong(columns[downloadsColumn]));
    likes.add(Long.parseLong(columns[downloadsColumn + 1]));
    owners.add(once(columns[0].substring(0, columns[0].indexOf('/'))));
    licenses.add(once(Hub.tagged(all, "license:")));
    Set<String> fields = new HashSet<>(Arrays.asList(all.split("\\|")));
    fields.retainAll(TAGS);
    tags.add(once(Set.copyOf(fields)));
  }

  /** Keeps equal things once. */
  @SuppressWarnings("unchecked")
  private <T> T once(T value) {
    return (T) known.computeIfAbsent(value, Function.identity());
  }

  private RepositoryTable table() {
    return new RepositoryTable(
        owners.size(),
        Map.of(Measure.LIKES, likes.toLongArray(), Measure.DOWNLOADS, downloads.toLongArray()),
        Optional.of(owners),
        Optional.of(tags),
        Optional.of(licenses));
  }
}

package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.library.LibraryTags;
import java.util.List;
import java.util.Set;

/** What models are about and made with, by month of creation; read one by one. */
final class ModelLabels {
  private static final String DATASET = "dataset:";

  private final TaskModalities modalities = TaskModalities.shipped();
  private final LibraryTags libraries = LibraryTags.shipped();
  private final MonthlyLabels.Builder domains = new MonthlyLabels.Builder();
  private final MonthlyLabels.Builder frameworks = new MonthlyLabels.Builder();
  private final MonthlyLabels.Builder tags = new MonthlyLabels.Builder();
  private final MonthlyLabels.Builder datasets = new MonthlyLabels.Builder();
  private long withoutTask;
  private long withoutFramework;
  private long withoutDataset;

  /** Adds a model that was created so many months after the first. */
  void add(int month, Repository model) {
    Set<String> made = libraries.of(model.library(), model.tags());
    List<String> trained =
        model.tags().stream()
            .filter(tag -> tag.startsWith(DATASET) && tag.length() > DATASET.length())
            .map(tag -> tag.substring(DATASET.length()))
            .toList();
    domains.add(month, List.of(modalities.of(model.task())));
    frameworks.add(month, made);
    tags.add(month, model.tags().stream().filter(tag -> tag.indexOf(':') < 0).toList());
    datasets.add(month, trained);
    withoutTask += model.task().isEmpty() ? 1 : 0;
    withoutFramework += made.isEmpty() ? 1 : 0;
    withoutDataset += trained.isEmpty() ? 1 : 0;
  }

  /** Returns what a report has of each sort of labels, of some months. */
  List<LabelEvolution> evolutions(Months months, int limit) {
    return List.of(
        LabelEvolution.of("domain", "domains", domains.build(months), limit),
        LabelEvolution.of("framework", "frameworks and libraries", frameworks.build(months), limit),
        LabelEvolution.of("tag", "tags", tags.build(months), limit),
        LabelEvolution.of("dataset", "declared datasets", datasets.build(months), limit));
  }

  /** Returns how many of those added have no task. */
  long withoutTask() {
    return withoutTask;
  }

  /** Returns how many have neither library nor framework. */
  long withoutFramework() {
    return withoutFramework;
  }

  /** Returns how many declare no dataset. */
  long withoutDataset() {
    return withoutDataset;
  }
}

package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.activity.SubField;
import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.report.Report;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which models of a commit table belong to a sub-field, by the task that a snapshot has of each.
 */
final class ModelSelection {
  /** The label of all models, whatever their task. */
  static final String ALL = "all";

  private final GraphSnapshot snapshot;
  private final CommitTable commits;

  /**
   * By repository of the table the task, at most one; empty where the snapshot has no such model.
   */
  private final List<Optional<Set<String>>> tasks = new ArrayList<>();

  ModelSelection(GraphSnapshot snapshot, CommitTable commits) {
    this.snapshot = snapshot;
    this.commits = commits;
    IntFunction<Set<String>> known = Trait.TASK.of(snapshot.attributes());
    for (int repository = 0; repository < commits.repositoryCount(); repository++) {
      OptionalInt node = snapshot.find(ArtifactName.model(commits.repository(repository)));
      tasks.add(node.isPresent() ? Optional.of(known.apply(node.getAsInt())) : Optional.empty());
    }
  }

  /** Returns the labels of what can be chosen: all models, and each sub-field. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(ALL));
    Arrays.stream(SubField.values()).map(ModelSelection::label).forEach(labels::add);
    return labels;
  }

  /** Returns which repositories belong to what a label names. */
  IntPredicate of(String label) {
    return Arrays.stream(SubField.values())
        .filter(field -> label(field).equals(label))
        .findFirst()
        .<IntPredicate>map(field -> repository -> has(field, repository))
        .orElse(any -> true);
  }

  /** Returns what was looked at and what was missing. */
  List<Report.Fact> coverage() {
    long models =
        IntStream.range(0, snapshot.nodeCount())
            .filter(
                node -> snapshot.kind(node) == ArtifactKind.MODEL && snapshot.isCatalogued(node))
            .count();
    long unknown = tasks.stream().filter(Optional::isEmpty).count();
    long withoutTask = tasks.stream().flatMap(Optional::stream).filter(Set::isEmpty).count();
    return List.of(
        new Report.Fact("models that the catalogue has", models),
        new Report.Fact("models with commits, at the time of computation", tasks.size()),
        new Report.Fact("of them without a task, so in no sub-field", withoutTask),
        new Report.Fact("of them not in the snapshot, so in no sub-field", unknown),
        new Report.Fact("commits, at the time of computation", commits.commitCount()),
        new Report.Fact("authors of commits, automated accounts included", commits.authorCount()));
  }

  private boolean has(SubField field, int repository) {
    return tasks.get(repository).filter(field::hasAny).isPresent();
  }

  private static String label(SubField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}

package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.activity.SubField;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.report.Report;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What the catalogue tells of the models of a commit table, by their numbers in it: sub-fields,
 * downloads and likes. Takes some 17 bytes a model, and twice that while reading.
 */
final class StudiedModels {
  /** The label of all models, whatever their sub-fields. */
  static final String ALL = "all";

  private final CommitTable commits;
  private final BitSet known = new BitSet();
  private final Map<SubField, BitSet> members = new EnumMap<>(SubField.class);
  private final long[] downloads;
  private final long[] likes;
  private long there;

  private StudiedModels(CommitTable commits) {
    this.commits = commits;
    this.downloads = new long[commits.repositoryCount()];
    this.likes = new long[commits.repositoryCount()];
    for (SubField field : SubField.values()) {
      members.put(field, new BitSet());
    }
  }

  /** Reads what is told of the models that the hub still has. */
  static StudiedModels read(Catalogue catalogue, CommitTable commits) {
    Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>(commits.repositoryCount());
    numbers.defaultReturnValue(-1);
    for (int repository = 0; repository < commits.repositoryCount(); repository++) {
      numbers.put(commits.repository(repository), repository);
    }
    StudiedModels models = new StudiedModels(commits);
    catalogue.readRepositories(
        ArtifactKind.MODEL,
        each -> {
          if (each.isThere()) {
            models.add(each, numbers.getInt(each.id()));
          }
        });
    return models;
  }

  private void add(Repository model, int repository) {
    there++;
    if (repository >= 0) {
      known.set(repository);
      SubField.of(model.tags()).forEach(field -> members.get(field).set(repository));
      downloads[repository] = model.downloads();
      likes[repository] = model.likes();
    }
  }

  /** Returns the labels of what can be chosen: all models, and each sub-field. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>(List.of(ALL));
    Arrays.stream(SubField.values()).map(SubField::label).forEach(labels::add);
    return labels;
  }

  /** Returns which repositories belong to what a label names. */
  IntPredicate chosen(String label) {
    return Arrays.stream(SubField.values())
        .filter(field -> field.label().equals(label))
        .findFirst()
        .<IntPredicate>map(field -> members.get(field)::get)
        .orElse(any -> true);
  }

  /** Returns the downloads of a repository, 0 of one that is not known. */
  long downloads(int repository) {
    return downloads[repository];
  }

  /** Returns the likes of a repository, 0 of one that is not known. */
  long likes(int repository) {
    return likes[repository];
  }

  /** Returns what was looked at and what was missing. */
  List<Report.Fact> coverage() {
    BitSet any = new BitSet();
    members.values().forEach(any::or);
    return List.of(
        new Report.Fact("models that the catalogue has", there),
        new Report.Fact("models with commits", commits.repositoryCount()),
        new Report.Fact(
            "of them without a tag of any sub-field", known.cardinality() - any.cardinality()),
        new Report.Fact(
            "of them that the hub has no more or under another name, so in no sub-field and without"
                + " downloads and likes",
            commits.repositoryCount() - known.cardinality()),
        new Report.Fact("commits", commits.commitCount()),
        new Report.Fact("authors of commits, automated accounts included", commits.authorCount()));
  }
}

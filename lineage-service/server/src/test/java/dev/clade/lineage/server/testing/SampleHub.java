package dev.clade.lineage.server.testing;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The models of the sample that {@code ./clade demo} imports. */
public final class SampleHub {
  private static final Path TABLE =
      Path.of("../../local/src/main/resources/dev/clade/local/sample/models.tsv");
  private static final int TASK = 4;
  private static final int TAGS = 6;
  private static final List<Artifact> MODELS = read();

  private SampleHub() {}

  /** Returns the models with their tasks, licenses and relations. */
  public static List<Artifact> models() {
    return MODELS;
  }

  /** Returns the names of all models that one stems from, by asking each for its bases. */
  public static Set<String> ancestors(Artifact model) {
    Set<String> ancestors = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(bases(model));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (ancestors.add(name)) {
        MODELS.stream()
            .filter(base -> base.getName().equals(name))
            .forEach(base -> open.addAll(bases(base)));
      }
    }
    return ancestors;
  }

  private static List<String> bases(Artifact model) {
    return model.getRelationsList().stream()
        .map(Relation::getUpstream)
        .filter(upstream -> upstream.startsWith("models/"))
        .map(SampleHub::today)
        .toList();
  }

  /** Returns the name that a legacy one without an owner has now, if the sample has it. */
  private static String today(String name) {
    String id = name.substring("models/".length());
    return MODELS.stream()
        .map(Artifact::getName)
        .filter(owned -> !id.contains("/") && owned.endsWith("/" + id))
        .findFirst()
        .orElse(name);
  }

  private static List<Artifact> read() {
    try {
      return Files.readAllLines(TABLE).stream().skip(1).map(SampleHub::model).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Artifact model(String line) {
    String[] columns = line.split("\t", -1);
    Artifact.Builder model =
        Artifact.newBuilder().setName("models/" + columns[0]).setTask(columns[TASK]);
    for (String tag : columns[TAGS].split("\\|")) {
      if (tag.startsWith("license:")) {
        model.addLicenses(tag.substring("license:".length()));
      }
      relation(tag).ifPresent(model::addRelations);
    }
    return model.build();
  }

  private static Optional<Relation> relation(String tag) {
    String[] parts = tag.split(":");
    String last = parts[parts.length - 1];
    return switch (parts[0]) {
      case "dataset" ->
          Optional.of(
              Artifacts.relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/" + last));
      case "base_model" -> Optional.of(Artifacts.relation(type(parts), "models/" + last));
      default -> Optional.empty();
    };
  }

  private static RelationType type(String[] parts) {
    return parts.length == 2
        ? RelationType.RELATION_TYPE_UNSPECIFIED_DERIVATION
        : RelationType.valueOf("RELATION_TYPE_" + parts[1].toUpperCase(Locale.ROOT));
  }
}

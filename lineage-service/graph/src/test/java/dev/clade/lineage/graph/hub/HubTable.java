package dev.clade.lineage.graph.hub;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the models of the real table, with what their tags say of them. */
final class HubTable {
  private static final int CREATED = 1;
  private static final int TASK = 4;
  private static final int LIBRARY = 5;
  private static final int TAGS = 6;
  private static final String LICENSE = "license:";
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private HubTable() {}

  static void read(Path table, Consumer<ArtifactRecord> records) throws IOException {
    try (BufferedReader lines = open(table)) {
      lines.lines().skip(1).map(HubTable::record).forEach(records);
    }
  }

  /**
   * Reads several copies of the models, so with the hub's degrees and names: a copy's owners have a
   * prefix of its own, and its base models are its own too, while datasets and papers are
   * everybody's. Four copies make 2,033,308 models.
   */
  static void readCopies(Path table, int copies, Consumer<ArtifactRecord> records)
      throws IOException {
    for (int copy = 0; copy < copies; copy++) {
      String prefix = copy == 0 ? "" : "c" + copy + "-";
      read(table, each -> records.accept(copy(each, prefix)));
    }
  }

  private static ArtifactRecord copy(ArtifactRecord original, String prefix) {
    List<Declaration> declarations =
        original.declarations().stream()
            .map(each -> new Declaration(each.type(), each.origin(), copy(each.upstream(), prefix)))
            .toList();
    return new ArtifactRecord(copy(original.name(), prefix), declarations, original.attributes());
  }

  private static ArtifactName copy(ArtifactName original, String prefix) {
    return original.kind() == ArtifactKind.MODEL && !original.isLegacy()
        ? ArtifactName.model(prefix + original.id())
        : original;
  }

  static BufferedReader open(Path compressed) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(compressed)), StandardCharsets.UTF_8));
  }

  private static ArtifactRecord record(String line) {
    String[] columns = line.split("\t", -1);
    List<String> tags = List.of(columns[TAGS].split("\\|", -1));
    Profile profile =
        new Profile(
            columns[TASK],
            columns[LIBRARY],
            tags.stream()
                .filter(tag -> tag.startsWith(LICENSE))
                .map(tag -> tag.substring(LICENSE.length()))
                .toList(),
            tags.stream().filter(LANGUAGES::contains).toList(),
            Availability.PUBLIC);
    return new ArtifactRecord(
        ArtifactName.model(columns[0]),
        tags.stream().flatMap(HubTable::declaration).toList(),
        new Attributes(profile, Optional.of(Instant.parse(columns[CREATED]))));
  }

  private static Stream<Declaration> declaration(String tag) {
    int colon = tag.indexOf(':');
    String rest = tag.substring(colon + 1);
    return switch (colon < 0 ? "" : tag.substring(0, colon)) {
      case "base_model" ->
          declaration(RelationType.UNSPECIFIED_DERIVATION, ArtifactKind.MODEL, rest);
      case "dataset" -> declaration(RelationType.TRAINED_ON, ArtifactKind.DATASET, rest);
      case "arxiv" -> declaration(RelationType.PAPER, ArtifactKind.PAPER, rest);
      default -> Stream.empty();
    };
  }

  private static Stream<Declaration> declaration(RelationType type, ArtifactKind kind, String id) {
    return Stream.of(new Declaration(type, RelationOrigin.DECLARED, new ArtifactName(kind, id)));
  }
}

package dev.clade.lineage.graph.hub;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the models of the real table, with what their tags say they were made from. */
final class HubTable {
  private static final int TAGS = 6;

  private HubTable() {}

  static void read(Path table, Consumer<ArtifactRecord> records) throws IOException {
    try (BufferedReader lines = open(table)) {
      lines.lines().skip(1).map(HubTable::record).forEach(records);
    }
  }

  static BufferedReader open(Path compressed) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(compressed)), StandardCharsets.UTF_8));
  }

  private static ArtifactRecord record(String line) {
    String[] columns = line.split("\t", -1);
    List<Declaration> declarations =
        Stream.of(columns[TAGS].split("\\|")).flatMap(HubTable::declaration).toList();
    return new ArtifactRecord(ArtifactName.model(columns[0]), declarations);
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

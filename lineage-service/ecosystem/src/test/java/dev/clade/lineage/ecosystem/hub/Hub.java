package dev.clade.lineage.ecosystem.hub;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.runtime.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The models of July 2024 with what their tags say, read once for all tests. */
final class Hub {
  static final String FOLDER = "hub_models_2024_07/";

  private static final int ID = 0;
  private static final int TASK = 4;
  private static final int LIBRARY = 5;
  private static final int TAGS = 6;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static Hub loaded;

  private final DerivationGraph graph;

  private Hub() {
    RecordTable table = new RecordTable();
    readTable(FOLDER + "models.tsv.gz", columns -> table.put(record(columns)));
    graph = DerivationGraph.of(new SnapshotBuilder(table).build(table.recordCount()));
  }

  static synchronized Hub load() {
    if (loaded == null) {
      loaded = new Hub();
    }
    return loaded;
  }

  DerivationGraph graph() {
    return graph;
  }

  GraphSnapshot snapshot() {
    return graph.snapshot();
  }

  String name(int node) {
    return snapshot().name(node).id();
  }

  IntFunction<Set<String>> licenses() {
    return Trait.LICENSE.of(snapshot().attributes());
  }

  IntFunction<Set<String>> tasks() {
    return Trait.TASK.of(snapshot().attributes());
  }

  IntFunction<Set<String>> libraries() {
    return Trait.LIBRARY.of(snapshot().attributes());
  }

  IntFunction<Set<String>> languages() {
    return Trait.LANGUAGE.of(snapshot().attributes());
  }

  /** Reads the columns of each row of a table. */
  static void readTable(String relative, Consumer<String[]> rows) {
    readLines(relative, lines -> lines.skip(1).forEach(line -> rows.accept(line.split("\t", -1))));
  }

  /** Reads the lines of a compressed file. */
  static void readLines(String relative, Consumer<Stream<String>> reader) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require(relative))),
                StandardCharsets.UTF_8))) {
      reader.accept(lines.lines());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns what follows a prefix in the tags that have it. */
  static List<String> tagged(String tags, String prefix) {
    return Stream.of(tags.split("\\|"))
        .filter(tag -> tag.startsWith(prefix) && tag.length() > prefix.length())
        .map(tag -> tag.substring(prefix.length()))
        .toList();
  }

  private static ArtifactRecord record(String[] columns) {
    return new ArtifactRecord(
        ArtifactName.model(columns[ID]),
        tagged(columns[TAGS], "base_model:").stream()
            .map(
                base ->
                    new Declaration(
                        RelationType.UNSPECIFIED_DERIVATION,
                        RelationOrigin.DECLARED,
                        ArtifactName.model(base)))
            .toList(),
        new Attributes(profile(columns), Optional.empty()));
  }

  static Profile profile(String[] columns) {
    // As the study reads licenses: the text after the last colon of the tag.
    List<String> licenses =
        tagged(columns[TAGS], "license:").stream()
            .map(license -> license.substring(license.lastIndexOf(':') + 1))
            .distinct()
            .toList();
    List<String> languages =
        Stream.of(columns[TAGS].split("\\|"))
            .filter(tag -> tag.length() == 2 && LANGUAGES.contains(tag))
            .distinct()
            .toList();
    return new Profile(columns[TASK], columns[LIBRARY], licenses, languages, Availability.PUBLIC);
  }
}

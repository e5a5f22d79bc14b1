package dev.clade.lineage.graph.record;

import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.attribute.AttributeView;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.testing.RandomRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordTableTest {
  @Property
  void holdsTheLatestRecordOfEveryArtifact(
      @ForAll("updates") List<List<ArtifactRecord>> updates, @ForAll int tidied) {
    RecordTable table = new RecordTable();
    Map<ArtifactName, ArtifactRecord> latest = new HashMap<>();
    for (int i = 0; i < updates.size(); i++) {
      for (ArtifactRecord each : updates.get(i)) {
        table.put(each);
        latest.put(each.name(), each);
      }
      if ((tidied & (1 << i)) != 0) {
        table.tidy();
      }
    }
    assertThat(records(table)).isEqualTo(latest);
    assertThat(table.recordCount()).isEqualTo(latest.size());
  }

  @Test
  void replacedDeclarationsAreClearedAway() {
    RecordTable table = new RecordTable();
    for (int i = 0; i < 50_000; i++) {
      table.put(model("a/model", "a/base" + i % 7, "a/other"));
      table.put(model("a/still", "a/base"));
    }
    assertThat(records(table))
        .containsEntry(name("models/a/model"), model("a/model", "a/base" + 49_999 % 7, "a/other"))
        .containsEntry(name("models/a/still"), model("a/still", "a/base"))
        .hasSize(2);
  }

  @Test
  void namesAreKeptByteForByteOverManyPages() {
    RecordTable table = new RecordTable();
    List<ArtifactName> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      ArtifactName name = ArtifactName.model("ä漢𝕏/" + "x".repeat(i % 900) + i);
      expected.add(name);
      table.put(new ArtifactRecord(name, List.of()));
    }
    Names names = table.names();
    assertThat(names.count()).isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(names.get(i)).isEqualTo(expected.get(i));
    }
    table.tidy();
    Names tidied = table.names();
    assertThat(tidied.count()).isEqualTo(expected.size());
    assertThat(IntStream.range(0, tidied.count()).mapToObj(tidied::get))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(IntStream.range(0, names.count()).mapToObj(names::get))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void tidyingForgetsNamesThatNothingUses() {
    RecordTable table = new RecordTable();
    table.put(model("a/kept", "a/base"));
    table.put(model("a/kept", "a/other"));
    table.put(
        new ArtifactRecord(name("models/a/gone"), List.of(), Attributes.UNKNOWN, List.of(), true));
    table.put(
        new ArtifactRecord(
            name("models/a/new"),
            List.of(),
            Attributes.UNKNOWN,
            List.of(name("models/a/old")),
            false));
    table.tidy();
    assertThat(IntStream.range(0, table.names().count()).mapToObj(table.names()::get))
        .containsExactly(
            name("models/a/kept"),
            name("models/a/new"),
            name("models/a/old"),
            name("models/a/other"));
    assertThat(table.aliases()).isEqualTo(Map.of(2, 1));
  }

  @Test
  void namesAreSortedInOnceTheyAreMany() {
    RecordTable table = new RecordTable();
    for (int i = 5_000; i > 0; i--) {
      table.put(model("a/%04d".formatted(i)));
    }
    table.tidyIfWorthIt();
    assertThat(table.order()).isSorted();
    table.put(model("a/0000"));
    table.tidyIfWorthIt();
    assertThat(table.order()).startsWith(5_000, 0, 1);
  }

  @Test
  void aViewStaysAsItWas() {
    RecordTable table = new RecordTable();
    table.put(model("a/first"));
    Names before = table.names();
    for (int i = 0; i < 100_000; i++) {
      table.put(model("a/later" + i));
    }
    assertThat(before.count()).isEqualTo(1);
    assertThat(before.get(0)).hasToString("models/a/first");
  }

  @Test
  void tellsWhatChangedSinceItWasAsked() {
    RecordTable table = new RecordTable();
    table.put(model("a/a", "b/b"));
    table.put(model("a/same", "b/b"));
    assertThat(table.takeChanges()).isEmpty();
    table.put(model("a/a", "c/c"));
    table.put(model("a/a"));
    table.put(model("a/new", "a/a"));
    table.put(model("a/same", "b/b"));
    RecordChanges changes = table.takeChanges().orElseThrow();
    List<ArtifactName> changed = changes.names().intStream().mapToObj(table.names()::get).toList();
    assertThat(changed).containsExactly(name("models/a/a"), name("models/a/new"));
    int[] ids = changes.names().toIntArray();
    assertThat(changes.formerUpstreams(ids[0])).hasSize(1);
    assertThat(table.names().get(changes.formerUpstreams(ids[0])[0])).isEqualTo(name("models/b/b"));
    assertThat(changes.formerUpstreams(ids[1])).isEmpty();
    assertThat(table.takeChanges().orElseThrow().names()).isEmpty();
  }

  @Provide
  Arbitrary<List<List<ArtifactRecord>>> updates() {
    return RandomRecords.any().list().ofMaxSize(5);
  }

  private static Map<ArtifactName, ArtifactRecord> records(RecordTable table) {
    Names names = table.names();
    AttributeView attributes = table.attributes();
    Map<ArtifactName, ArtifactRecord> records = new HashMap<>();
    for (int name = 0; name < names.count(); name++) {
      if (table.hasRecord(name)) {
        List<Declaration> declarations = new ArrayList<>();
        for (int i = 0; i < table.declarationCount(name); i++) {
          declarations.add(
              new Declaration(
                  EdgeLabel.type(table.label(name, i)),
                  EdgeLabel.origin(table.label(name, i)),
                  names.get(table.upstream(name, i))));
        }
        records.put(
            names.get(name),
            new ArtifactRecord(names.get(name), declarations, attributes.get(name)));
      }
    }
    return records;
  }
}

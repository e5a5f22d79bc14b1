package dev.clade.lineage.graph.record;

import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.file.BadFileException;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.lineage.graph.testing.GraphText;
import dev.clade.lineage.graph.testing.RandomRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordFileTest {
  @Property(tries = 300)
  void fromTheFileAndItsTailComesWhatComesFromTheFeed(
      @ForAll("records") List<ArtifactRecord> before,
      @ForAll("records") List<ArtifactRecord> tail,
      @ForAll Random random)
      throws IOException {
    RecordTable fed = table(before);
    byte[] file = write(fed, 7);
    RecordFile.Restored restored = RecordFile.read(new ByteArrayInputStream(file));
    assertThat(restored.sequence()).isEqualTo(7);
    assertThat(graph(restored.table())).isEqualTo(graph(fed));
    assertThat(write(restored.table(), 7)).isEqualTo(file);

    List<ArtifactRecord> shuffled = new ArrayList<>(before);
    Collections.shuffle(shuffled, random);
    assertThat(write(table(shuffled), 7)).isEqualTo(file);

    tail.forEach(fed::put);
    tail.forEach(restored.table()::put);
    assertThat(graph(restored.table())).isEqualTo(graph(fed));
    assertThat(write(restored.table(), 9)).isEqualTo(write(fed, 9));
  }

  @Test
  void namesOfBeforeAreKept() throws IOException {
    RecordTable table = new RecordTable();
    table.put(model("a/child", "old/name"));
    table.put(
        new ArtifactRecord(
            name("models/new/name"),
            List.of(),
            Attributes.UNKNOWN,
            List.of(name("models/old/name")),
            false));
    RecordTable restored = RecordFile.read(new ByteArrayInputStream(write(table, 1))).table();
    assertThat(GraphText.edges(new SnapshotBuilder(restored).build(1)))
        .containsExactly("new/name -FINETUNE-> a/child");
  }

  @Test
  void theEmptyTableHasAFileToo() throws IOException {
    byte[] file = write(new RecordTable(), 0);
    assertThat(RecordFile.read(new ByteArrayInputStream(file)).table().recordCount()).isZero();
  }

  @Test
  void everyChangedByteIsFound() throws IOException {
    byte[] file = write(table(List.of(model("a/b", "c/d"), model("e/f", "a/b"))), 3);
    for (int i = 0; i < file.length; i++) {
      byte[] damaged = file.clone();
      damaged[i] ^= 0x10;
      assertRefused(damaged, "the file is");
    }
  }

  @Test
  void everyCutIsFound() throws IOException {
    byte[] file = write(table(List.of(model("a/b", "c/d"))), 3);
    for (int length = 0; length < file.length; length++) {
      assertRefused(
          Arrays.copyOf(file, length), length < 12 ? "it is too short" : "the file is cut off");
    }
  }

  @Test
  void aMissingChunkIsFound() throws IOException {
    List<ArtifactRecord> records = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      records.add(new ArtifactRecord(ArtifactName.model("a/model" + i), List.of()));
    }
    byte[] file = write(table(records), 3);
    int chunk = (1 << 16) + 8;
    byte[] without = new byte[file.length - chunk];
    System.arraycopy(file, 0, without, 0, 12 + chunk);
    System.arraycopy(file, 12 + 2 * chunk, without, 12 + chunk, without.length - 12 - chunk);
    assertRefused(without, "the checksum of chunk 1 is wrong");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    assertRefused("{\"a\": \"JSON text\"}".getBytes(StandardCharsets.UTF_8), "not one of graph");
    byte[] file = write(new RecordTable(), 0);
    file[11] = 9;
    assertRefused(file, "the file is of version 9, where this program reads version 1");
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> records() {
    return RandomRecords.any();
  }

  private static RecordTable table(List<ArtifactRecord> records) {
    RecordTable table = new RecordTable();
    records.forEach(table::put);
    return table;
  }

  private static byte[] write(RecordTable table, long sequence) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RecordFile.write(table, sequence, file);
    return file.toByteArray();
  }

  private static List<String> graph(RecordTable table) {
    return GraphText.all(new SnapshotBuilder(table).build(1), RandomRecords.names());
  }

  private static void assertRefused(byte[] file, String reason) {
    assertThatExceptionOfType(BadFileException.class)
        .isThrownBy(() -> RecordFile.read(new ByteArrayInputStream(file)))
        .withMessageContaining(reason);
  }
}

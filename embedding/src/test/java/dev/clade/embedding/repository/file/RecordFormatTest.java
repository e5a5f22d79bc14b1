package dev.clade.embedding.repository.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryFile;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
  private static final Instant AT = Instant.parse("2024-07-01T00:00:00.123456789Z");
  private static final List<RepositoryRecord> RECORDS =
      List.of(
          RepositoryRecord.of(RepositoryKind.MODEL, "google/flan-t5-base")
              .created(AT.minusSeconds(100))
              .observed(AT)
              .task("text-generation")
              .library("transformers")
              .licenses(List.of("apache-2.0", "mit"))
              .card("# Größe\n\uD83E\uDD17 words")
              .tags(List.of("en", "license:mit"))
              .config("model_type", "t5")
              .config("hidden_size", "768")
              .number("parameters", 2.5e8)
              .number("storage_bytes", Double.MIN_VALUE)
              .file(new RepositoryFile("a.bin", OptionalLong.of(1L << 40)))
              .file(new RepositoryFile("b.bin", OptionalLong.empty()))
              .commit(new DatedCommit(AT.minusSeconds(9), List.of("ann", "bob")))
              .commit(new DatedCommit(AT.minusSeconds(8), List.of()))
              .counts(new DatedCounts(AT.minusSeconds(7), 12, 3))
              .relation(RelationKind.PAPER, "1910.10683")
              .relation(RelationKind.FINETUNE, "google/t5")
              .build(),
          RepositoryRecord.of(RepositoryKind.DATASET, "squad").build(),
          RepositoryRecord.of(RepositoryKind.SPACE, "x/y").build());

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    RecordReader reader = new RecordReader(new ByteArrayInputStream(file(RECORDS)));
    assertThat(reader.snapshot()).isEqualTo(AT);
    assertThat(all(reader)).isEqualTo(RECORDS);
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void theSameRecordsGiveTheSameBytesAndNothingBehindThemIsRead() throws IOException {
    byte[] file = file(RECORDS);
    assertThat(file(List.copyOf(RECORDS))).isEqualTo(file);

    InputStream twice = new ByteArrayInputStream(concatenated(file, file));
    assertThat(all(new RecordReader(twice))).isEqualTo(RECORDS);
    assertThat(all(new RecordReader(twice))).isEqualTo(RECORDS);
    assertThat(twice.read()).isNegative();
  }

  @Test
  void aFileWithoutRecordsIsOne() throws IOException {
    assertThat(all(new RecordReader(new ByteArrayInputStream(file(List.of()))))).isEmpty();
  }

  @Test
  void ofALongCardTheBeginningIsKept() throws IOException {
    String card = "x".repeat(RecordFormat.LONGEST_CARD - 1) + "\uD83E\uDD17 and more";
    RepositoryRecord record = RepositoryRecord.of(RepositoryKind.MODEL, "a").card(card).build();
    RecordReader reader = new RecordReader(new ByteArrayInputStream(file(List.of(record))));
    assertThat(reader.next().orElseThrow().card())
        .isEqualTo("x".repeat(RecordFormat.LONGEST_CARD - 1));
  }

  @Test
  void anyChangedByteIsRefused() throws IOException {
    byte[] good = file(RECORDS);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 4;
      assertThatIllegalArgumentException()
          .as("byte %d", i)
          .isThrownBy(() -> all(new RecordReader(new ByteArrayInputStream(bad))))
          .withMessageMatching(".*(damaged|no file of records|of version|too early).*");
    }
  }

  @Test
  void whatEndsTooEarlyIsRefused() throws IOException {
    byte[] good = file(RECORDS);
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatIllegalArgumentException()
          .as("%d bytes", length)
          .isThrownBy(() -> all(new RecordReader(new ByteArrayInputStream(cut))))
          .withMessageMatching(".*(too early|no file of records).*");
    }
  }

  @Test
  void whatWouldBeTooLargeIsRefused() throws IOException {
    byte[] file = file(RECORDS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordReader(new ByteArrayInputStream(file), 100))
        .withMessage("the records are too large");
  }

  /** Through a pipe of 64 KiB, so neither side can have more of it than that and a block. */
  @Test
  void recordsAreReadWhileTheyAreWritten() throws IOException, InterruptedException {
    int count = 3_000;
    PipedOutputStream target = new PipedOutputStream();
    PipedInputStream source = new PipedInputStream(target, 1 << 16);
    Thread writer = Thread.ofVirtual().start(() -> writeMany(target, count));
    RecordReader reader = new RecordReader(source);
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      assertThat(reader.next()).contains(large(i, random));
    }
    assertThat(reader.next()).isEmpty();
    writer.join();
  }

  private static void writeMany(OutputStream target, int count) {
    Random random = new Random(1);
    try (target) {
      RecordWriter writer = new RecordWriter(target, AT);
      for (int i = 0; i < count; i++) {
        writer.write(large(i, random));
      }
      writer.finish();
      assertThat(writer.count()).isEqualTo(count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RepositoryRecord large(int number, Random random) {
    StringBuilder card = new StringBuilder();
    random.ints(1_000, ' ', '\u07ff').forEach(each -> card.append((char) each));
    return RepositoryRecord.of(RepositoryKind.MODEL, "x/" + number).card(card.toString()).build();
  }

  private static byte[] file(List<RepositoryRecord> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordWriter writer = new RecordWriter(bytes, AT);
    for (RepositoryRecord record : records) {
      writer.write(record);
    }
    writer.finish();
    return bytes.toByteArray();
  }

  private static List<RepositoryRecord> all(RecordReader reader) throws IOException {
    List<RepositoryRecord> all = new ArrayList<>();
    reader.forEach(all::add);
    return all;
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}

package dev.clade.embedding.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.SnapshotRule;
import dev.clade.embedding.repository.file.RecordReader;
import dev.clade.embedding.repository.file.RecordWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes real hubs as files of records, which {@code ./clade report embedding --records} reads,
 * into the folder that {@code -Dclade.hub.records=FOLDER} names. Of July 2024 it takes the share of
 * families that {@code -Dclade.hub.share} says.
 */
@EnabledIfSystemProperty(named = "clade.hub.records", matches = ".+")
class HubRecordFilesTest {
  static Stream<Arguments> hubs() {
    return Stream.of(
        hub("2022-02", Hubs::february2022, Hubs.FEBRUARY_2022),
        hub("2024-07", () -> Hubs.july2024(HubCase.share()), Hubs.JULY_2024),
        hub("2026-08", Hubs::august2026, Hubs.AUGUST_2026));
  }

  private static Arguments hub(String name, Supplier<List<RepositoryRecord>> records, Instant at) {
    return Arguments.of(name, records, at);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hubs")
  void aHubIsWrittenAndReadAgain(String hub, Supplier<List<RepositoryRecord>> all, Instant at)
      throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("clade.hub.records")));
    Path file = folder.resolve("hub-%s.records".formatted(hub));
    List<RepositoryRecord> records = new SnapshotRule(at).apply(all.get());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      RecordWriter writer = new RecordWriter(out, at);
      for (RepositoryRecord record : records) {
        writer.write(record);
      }
      writer.finish();
    }
    List<String> read = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      new RecordReader(in).forEach(record -> read.add(record.id()));
    }
    assertThat(read).isEqualTo(records.stream().map(RepositoryRecord::id).toList());
    System.out.printf("%s: %,d repositories%n", file, records.size());
  }
}

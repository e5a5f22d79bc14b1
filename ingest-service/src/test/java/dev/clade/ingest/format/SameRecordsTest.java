package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.runtime.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub's models give the same artifacts, whatever the format they come in. */
class SameRecordsTest {
  private static final int ROWS = 508_327;

  @TempDir private Path folder;

  @Test
  void tsvAndJsonAndParquetGiveTheSameArtifacts() throws Exception {
    Path table = SharedData.require("hub_models_2024_07/models.tsv.gz");
    int compared = 0;
    try (Records tsv = open(table, FileFormat.TSV);
        Records json = open(json(table), FileFormat.JSONL);
        Records parquet = open(parquet(table), FileFormat.HUB_STATS)) {
      for (Line line = tsv.next(); line != null; line = tsv.next()) {
        HubRecord expected = tsv.parse(line);
        assertSame(json.parse(json.next()), expected);
        assertSame(parquet.parse(parquet.next()), expected);
        compared++;
      }
      assertThat(json.next()).isNull();
      assertThat(parquet.next()).isNull();
    }
    assertThat(compared).isEqualTo(ROWS);
  }

  /** AssertJ is asked only where they differ: it takes longer than reading does. */
  private static void assertSame(HubRecord found, HubRecord expected) {
    if (!found.equals(expected)) {
      assertThat(found).isEqualTo(expected);
    }
  }

  private static Records open(Path file, FileFormat format) throws IOException {
    return Records.open(file, format, ArtifactKind.MODEL, Dumps.LONGEST_RECORD, "");
  }

  private Path parquet(Path table) throws Exception {
    return Dumps.parquet(
        folder.resolve("models.parquet"),
        """
        SELECT id, created_at::TIMESTAMP AS "createdAt", downloads::BIGINT AS downloads,
          likes::BIGINT AS likes, pipeline_tag, library_name,
          list_filter(string_split(tags, '|'), lambda tag: tag <> '') AS tags
        FROM read_csv('%s', delim = '\t', quote = '', escape = '', header = true,
          all_varchar = true, compression = 'gzip', nullstr = 'no such text')
        """
            .formatted(table));
  }

  private Path json(Path table) throws IOException {
    Path file = folder.resolve("models.jsonl");
    try (InputStream stored = Files.newInputStream(table);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(stored), StandardCharsets.UTF_8));
        OutputStream to = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(to).setRootValueSeparator(null)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        write(json, line.split("\t", -1));
        json.writeRaw('\n');
      }
    }
    return file;
  }

  private static void write(JsonGenerator json, String[] fields) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", fields[0]);
    json.writeStringField("createdAt", fields[1]);
    json.writeNumberField("downloads", Long.parseLong(fields[2]));
    json.writeNumberField("likes", Long.parseLong(fields[3]));
    json.writeStringField("pipeline_tag", fields[4]);
    json.writeStringField("library_name", fields[5]);
    json.writeArrayFieldStart("tags");
    for (String tag : fields[6].split("\\|")) {
      if (!tag.isEmpty()) {
        json.writeString(tag);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

package dev.clade.ingest.format;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duckdb.DuckDBDriver;

/** Writes dumps as their publishers do, and reads them whole. */
public final class Dumps {
  static final int LONGEST_RECORD = 1024 * 1024;

  private Dumps() {}

  /**
   * Writes a Parquet file.
   *
   * @param rows SQL that selects its rows
   */
  static Path parquet(Path file, String rows) throws SQLException {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(rows, file));
    }
    return file;
  }

  /** Writes an archive of text files by their names. */
  static Path archive(Path file, Map<String, String> entries) throws IOException {
    return Files.write(file, archive(entries));
  }

  /** Returns an archive of text files by their names. */
  public static byte[] archive(Map<String, String> entries) throws IOException {
    Map<String, byte[]> bytes = new HashMap<>();
    entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return zip(bytes);
  }

  /** Returns an archive of files by their names. */
  static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Reads what a file tells from a checkpoint on; refused records come as their reasons. */
  static List<Object> read(Path file, FileFormat format, ArtifactKind kind, String checkpoint)
      throws IOException {
    List<Object> read = new ArrayList<>();
    try (Records records = Records.open(file, format, kind, LONGEST_RECORD, checkpoint)) {
      for (Line line = records.next(); line != null; line = records.next()) {
        read.add(outcome(records, line));
      }
    }
    return read;
  }

  /** Reads a file's artifacts, all of which must be accepted. */
  static List<Artifact> artifacts(Path file, FileFormat format, ArtifactKind kind)
      throws IOException {
    return read(file, format, kind, "").stream().map(Artifact.class::cast).toList();
  }

  private static Object outcome(Records records, Line line) {
    try {
      return records.parse(line);
    } catch (RefusedRecordException e) {
      return line.number() + " " + e.reason() + " " + e.field();
    }
  }
}

package dev.clade.lineage.server.report;

import dev.clade.report.Table;
import dev.clade.report.render.Csv;
import dev.clade.report.render.HtmlPage;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes reports to files. The same report always gives the same bytes. */
@Singleton
public final class ReportFiles {
  private final ReportCodec codec;

  @Inject
  ReportFiles(ReportCodec codec) {
    this.codec = codec;
  }

  /**
   * Writes a report. Takes time in proportion to its size: not for event loops.
   *
   * @param id the report
   * @param document all of it, as it is stored
   * @param table name of the table to write; empty unless one is to be written
   * @throws CladeException when a table is named where none may be, or none where one must be, or
   *     the report has no such table
   */
  public ReportFile write(String id, byte[] document, ReportFormat format, String table) {
    if (format != ReportFormat.CSV && !table.isEmpty()) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE, "table", table, "must be empty unless the format is CSV");
    }
    byte[] content =
        switch (format) {
          case JSON -> bytes(codec.json(document));
          case CSV -> bytes(Csv.of(table(codec.decode(document).report().tables(), table)));
          case CSV_ZIP -> archive(codec.decode(document).report().tables());
          case HTML -> {
            ReportCodec.Decoded decoded = codec.decode(document);
            yield bytes(HtmlPage.of(decoded.heading(), decoded.report()));
          }
        };
    String name = table.isEmpty() ? id : id + "-" + table;
    return new ReportFile(format.mediaType(), name + "." + format.ending(), content);
  }

  private static Table table(List<Table> tables, String name) {
    if (name.isEmpty()) {
      throw CladeException.missingField("table");
    }
    return tables.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    "table",
                    name,
                    tables.stream()
                        .map(Table::name)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  private static byte[] archive(List<Table> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Table table : tables) {
        ZipEntry entry = new ZipEntry(table.name() + ".csv");
        // The time of writing would make equal reports differ.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes(Csv.of(table)));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package dev.clade.local.contributor;

import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.DataContributor;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Contributors as a table: one a line under a header, with the columns {@code id}, {@code
 * display_name}, {@code item_count}, {@code sources}, {@code content_hash} and {@code licenses}, of
 * which only the first is needed. Lists have {@code |} between their elements. A file whose name
 * ends in {@code .tsv} has tabs between its columns, every other one commas.
 */
public final class ContributorTable {
  private static final List<String> COLUMNS =
      List.of("id", "display_name", "item_count", "sources", "content_hash", "licenses");
  private static final String BETWEEN = "|";

  private ContributorTable() {}

  /**
   * Reads contributors.
   *
   * @throws IOException when the file cannot be read or breaks a rule, which is then named
   */
  public static ContributorSet read(Path file) throws IOException {
    CSVFormat format =
        format(file)
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setTrim(true)
            .get();
    ContributorSet.Builder set = ContributorSet.newBuilder();
    try (BufferedReader text = Files.newBufferedReader(file);
        CSVParser table = CSVParser.parse(text, format)) {
      checkHeader(file, table.getHeaderNames());
      for (CSVRecord row : table) {
        set.addContributors(contributor(file, table.getCurrentLineNumber(), row));
      }
    } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
      throw new IOException("%s is no such table: %s".formatted(file, e.getMessage()), e);
    }
    if (set.getContributorsCount() == 0) {
      throw new IOException(file + " holds no contributors");
    }
    return set.build();
  }

  /** Writes contributors. */
  public static void write(ContributorSet set, Path file) throws IOException {
    CSVFormat format = format(file).builder().setHeader(COLUMNS.toArray(String[]::new)).get();
    try (BufferedWriter text = Files.newBufferedWriter(file);
        CSVPrinter table = new CSVPrinter(text, format)) {
      for (DataContributor one : set.getContributorsList()) {
        table.printRecord(
            one.getId(),
            one.getDisplayName(),
            one.getItemCount(),
            String.join(BETWEEN, one.getSourcesList()),
            one.getContentHash(),
            String.join(BETWEEN, one.getLicensesList()));
      }
    }
  }

  private static CSVFormat format(Path file) {
    boolean tabs = file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv");
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(tabs ? '\t' : ',')
        .setRecordSeparator('\n')
        .get();
  }

  private static void checkHeader(Path file, List<String> header) throws IOException {
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        throw new IOException(
            "%s has a column \"%s\"; it may have %s"
                .formatted(file, column, String.join(", ", COLUMNS)));
      }
    }
    if (!header.contains(COLUMNS.getFirst())) {
      throw new IOException("%s must have a column \"id\"".formatted(file));
    }
  }

  private static DataContributor contributor(Path file, long line, CSVRecord row)
      throws IOException {
    if (!row.isConsistent()) {
      throw broken(file, line, "must have as many cells as the header");
    }
    return DataContributor.newBuilder()
        .setId(cell(row, "id"))
        .setDisplayName(cell(row, "display_name"))
        .setItemCount(count(file, line, cell(row, "item_count")))
        .addAllSources(list(cell(row, "sources")))
        .setContentHash(cell(row, "content_hash"))
        .addAllLicenses(list(cell(row, "licenses")))
        .build();
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private static long count(Path file, long line, String cell) throws IOException {
    try {
      return cell.isEmpty() ? 0 : Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw broken(file, line, "holds \"%s\", which is no item_count".formatted(cell));
    }
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split("\\|"))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static IOException broken(Path file, long line, String rule) {
    return new IOException("%s, line %d, %s".formatted(file, line, rule));
  }
}

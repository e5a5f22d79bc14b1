package dev.clade.local.ledger;

import dev.clade.valuation.v1.Evaluation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Ledgers as comma-separated values (RFC 4180) in UTF-8 with a header. */
public final class CsvLedger {
  private CsvLedger() {}

  /** Writes a table. */
  public static void write(LedgerTable table, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(table.header());
    for (Evaluation row : table.rows()) {
      printer.printRecord(table.cells(row));
    }
    printer.flush();
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming what is wrong in it
   */
  public static LedgerTable read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, CSVFormat.RFC4180)) {
      List<List<String>> lines = parser.stream().map(CSVRecord::toList).toList();
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("%s is empty".formatted(file));
      }
      return LedgerTable.parse(lines.getFirst(), lines.subList(1, lines.size()));
    }
  }
}

package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.ledger.CsvLedger;
import dev.clade.local.ledger.LedgerTable;
import dev.clade.local.ledger.ParquetLedger;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the ledger of a valuation as a table. */
@Command(
    name = "export",
    description =
        "Write what each training of a valuation gave: a row an evaluation, with a column of 0 and 1"
            + " a contributor and one a utility.",
    mixinStandardHelpOptions = true)
public final class ValueExportCommand extends MeshCommand {
  /** How to write, as typed. */
  enum Format {
    CSV,
    PARQUET
  }

  /**
   * What was written.
   *
   * @param name the run
   * @param file where it is
   * @param rows evaluations
   */
  record Exported(String name, String file, int rows) {}

  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write. Default: the standard output, for CSV.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    if (output == null && (format == Format.PARQUET || isJsonAlone())) {
      throw misuse("--format parquet and --json need --output");
    }
    String run = ValuationRuns.name(name);
    try (MeshClient client = connect()) {
      ValuationRuns runs = new ValuationRuns(client);
      LedgerTable table = LedgerTable.of(runs.get(run).getContributorsList(), runs.ledger(run));
      Exported exported = new Exported(run, String.valueOf(output), table.rows().size());
      if (output == null) {
        StringWriter text = new StringWriter();
        CsvLedger.write(table, text);
        show(exported, text.toString());
        return 0;
      }
      switch (format) {
        case CSV -> {
          try (Writer file = Files.newBufferedWriter(output)) {
            CsvLedger.write(table, file);
          }
        }
        case PARQUET -> ParquetLedger.write(table, output);
      }
      show(exported, "%s: %,d evaluations of %s%n".formatted(output, exported.rows(), run));
    }
    return 0;
  }
}

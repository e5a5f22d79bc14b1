package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.ledger.CsvLedger;
import dev.clade.local.ledger.LedgerTable;
import dev.clade.local.ledger.ParquetLedger;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.ImportEvaluationsResponse;
import dev.clade.valuation.v1.Valuation;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds evaluations that were done elsewhere to the ledger of a valuation. */
@Command(
    name = "import",
    description =
        "Add evaluations that were done elsewhere to a valuation: a table as \"value export\" writes"
            + " it. Again is harmless.",
    mixinStandardHelpOptions = true)
public final class ValueImportCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Parameters(paramLabel = "FILE", description = "CSV or Parquet.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    LedgerTable table = ParquetLedger.is(file) ? ParquetLedger.read(file) : CsvLedger.read(file);
    String run = ValuationRuns.name(name);
    try (MeshClient client = connect()) {
      ValuationRuns runs = new ValuationRuns(client);
      ImportEvaluationsResponse added = runs.add(run, table.contributors(), table.rows());
      Valuation now = runs.get(run);
      show(
          added,
          "%,d evaluations added, %,d were there%n%s"
              .formatted(
                  added.getImportedCount(), added.getPresentCount(), ValuationView.render(now)));
    }
    return 0;
  }
}

package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.view.ImportOutcome;
import java.io.IOException;
import java.util.List;

/** What commands do with an import that was read to its end. */
final class ImportEnd {
  private static final int QUARANTINED_SHOWN = 5;

  private ImportEnd() {}

  /**
   * Returns what an import did.
   *
   * @param startNanos when the command began, by {@link System#nanoTime}
   */
  static ImportOutcome outcome(ImportRuns runs, Operation done, long startNanos)
      throws IOException {
    ImportResult result = ImportRuns.result(done);
    List<QuarantinedRecord> refused =
        result.getCounts().getQuarantined() == 0
            ? List.of()
            : runs.refused(done.getName(), QUARANTINED_SHOWN);
    return new ImportOutcome(
        done.getName(),
        result.getCounts(),
        result.getLastSequence(),
        (System.nanoTime() - startNanos) / 1e9,
        refused);
  }
}

package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.print.Progress;
import dev.clade.local.print.Table;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports a file of hub metadata. */
@Command(
    name = "import",
    description = "Bring a file of models into the catalogue: .jsonl or .tsv, plain or gzipped.",
    mixinStandardHelpOptions = true)
public final class ImportCommand extends MeshCommand {
  private static final int QUARANTINED_SHOWN = 5;

  @Parameters(paramLabel = "FILE", description = "File to import.")
  private Path file;

  /**
   * What an import did.
   *
   * @param name resource name of the import
   * @param counts what became of the records
   * @param lastSequence the feed's sequence after the import's last change
   * @param seconds from the first byte sent to the last record stored
   * @param firstQuarantined the first refused records
   */
  record Outcome(
      String name,
      ImportCounts counts,
      long lastSequence,
      double seconds,
      List<QuarantinedRecord> firstQuarantined) {}

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    try (MeshClient client = connect()) {
      Outcome outcome = run(client);
      show(outcome, describe(outcome));
    }
    return 0;
  }

  private Outcome run(MeshClient client) throws Exception {
    long start = System.nanoTime();
    Operation operation;
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        Progress progress = Progress.start("import", " MiB", 1 << 20)) {
      operation =
          new FileImport(client)
              .run(
                  file.getFileName().toString(),
                  content,
                  state ->
                      progress.update(
                          state.getReadBytes(),
                          state.getTotalBytes(),
                          "%,d records".formatted(state.getCounts().getRecords())));
    }
    ImportResult result = FileImport.result(operation);
    List<QuarantinedRecord> refused =
        result.getCounts().getQuarantined() == 0 ? List.of() : refused(client, operation);
    return new Outcome(
        operation.getName(),
        result.getCounts(),
        result.getLastSequence(),
        (System.nanoTime() - start) / 1e9,
        refused);
  }

  private static List<QuarantinedRecord> refused(MeshClient client, Operation operation) {
    ListQuarantinedRecordsRequest request =
        ListQuarantinedRecordsRequest.newBuilder()
            .setParent(operation.getName())
            .setPageSize(QUARANTINED_SHOWN)
            .build();
    return client
        .call(Service.INGEST, () -> client.imports().listQuarantinedRecords(request))
        .getQuarantinedRecordsList();
  }

  private static String describe(Outcome outcome) {
    ImportCounts counts = outcome.counts();
    StringBuilder text =
        new StringBuilder(
            "%s: %,d records in %.1f s: %,d new, %,d changed, %,d unchanged, %,d refused%n"
                .formatted(
                    outcome.name(),
                    counts.getRecords(),
                    outcome.seconds(),
                    counts.getCreated(),
                    counts.getUpdated(),
                    counts.getUnchanged(),
                    counts.getQuarantined()));
    if (!outcome.firstQuarantined().isEmpty()) {
      Table table = new Table(">line", "reason", "field", "detail");
      outcome
          .firstQuarantined()
          .forEach(
              refused ->
                  table.row(
                      refused.getLine(),
                      refused.getReason(),
                      refused.getField(),
                      refused.getDetail()));
      text.append(table.render());
    }
    return text.toString();
  }
}

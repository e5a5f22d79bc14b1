package dev.clade.local.command;

import com.google.longrunning.Operation;
import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.ImportFormat;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.print.Progress;
import dev.clade.local.view.ImportOutcome;
import dev.clade.local.view.ImportView;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of hub metadata. */
@Command(
    name = "import",
    description = {
      "Bring a file of hub metadata into the catalogue, or with a subcommand a whole hub.",
      "Files are .jsonl or .tsv, plain or gzipped, .parquet of hub-stats, .zip of HFCommunity's"
          + " tables, or .json of PeaTMOSS."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportHubCommand.class,
      ImportPauseCommand.class,
      ImportResumeCommand.class,
      ImportCancelCommand.class,
      ImportReplayCommand.class
    })
public final class ImportCommand extends MeshCommand {
  /** Kinds, as typed. */
  enum Kind {
    MODEL,
    DATASET,
    SPACE
  }

  /** Formats, as typed. */
  enum Format {
    JSONL,
    TSV,
    HUB_STATS,
    HF_COMMUNITY,
    PEATMOSS
  }

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "File to import.")
  private Path file;

  @Option(
      names = "--kind",
      description =
          "What the file's records describe: ${COMPLETION-CANDIDATES}. Default: told from the"
              + " file's name, else models.")
  private Kind kind;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}. Default: told from the file's name.")
  private Format format;

  @Option(
      names = "--snapshot",
      paramLabel = "TIME",
      converter = SnapshotTime.class,
      description =
          "When the hub looked as the file says, such as 2024-05-01 or 2024-05-01T12:00:00Z. An"
              + " older record never replaces a newer one. Default: now.")
  private Instant snapshot;

  @Override
  public Integer call() throws Exception {
    if (file == null) {
      throw misuse("Missing required parameter: FILE, or a subcommand");
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    long start = System.nanoTime();
    try (MeshClient client = connect()) {
      Operation done = run(client);
      ImportOutcome outcome = ImportEnd.outcome(new ImportRuns(client), done, start);
      show(outcome, ImportView.outcome(outcome));
    }
    return 0;
  }

  private Operation run(MeshClient client) throws IOException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
        Progress progress = Progress.start("import", " MiB", 1 << 20)) {
      return new FileImport(client)
          .run(
              file.getFileName().toString(),
              content,
              wish(),
              state ->
                  progress.update(
                      state.getReadBytes(), state.getTotalBytes(), ImportView.progress(state)));
    }
  }

  private StartImportRequest.Builder wish() {
    StartImportRequest.Builder wish = StartImportRequest.newBuilder();
    if (kind != null) {
      wish.setKind(ArtifactKind.valueOf("ARTIFACT_KIND_" + kind.name()));
    }
    if (format != null) {
      wish.setFormat(ImportFormat.valueOf("IMPORT_FORMAT_" + format.name()));
    }
    if (snapshot != null) {
      wish.setSnapshotTime(
          Timestamp.newBuilder()
              .setSeconds(snapshot.getEpochSecond())
              .setNanos(snapshot.getNano()));
    }
    return wish;
  }
}

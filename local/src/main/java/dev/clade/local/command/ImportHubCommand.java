package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.HubCrawl;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.print.Progress;
import dev.clade.local.view.ImportOutcome;
import dev.clade.local.view.ImportView;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Crawls a hub. */
@Command(
    name = "hub",
    description =
        "Crawl a hub into the catalogue, and follow it to its end. Ctrl-C leaves it running.",
    mixinStandardHelpOptions = true)
public final class ImportHubCommand extends MeshCommand {
  /** What a crawl reads. */
  static final class Scope {
    @Option(
        names = "--full",
        description = "Read every artifact; what is not there any more is marked as gone.")
    private boolean full;

    @Option(names = "--changes", description = "Read what was modified since the last crawl.")
    private boolean changes;
  }

  @Option(
      names = "--hub",
      defaultValue = "",
      paramLabel = "NAME",
      description = "Hub that the service is configured for. Default: huggingface.")
  private String hub;

  @ArgGroup(heading = "Default: everything the first time, then changes.%n")
  private Scope scope = new Scope();

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    try (MeshClient client = connect()) {
      ImportRuns runs = new ImportRuns(client);
      HubCrawl crawl = HubCrawl.newBuilder().setHub(hub).setScope(scope()).build();
      Operation begun = runs.start(StartImportRequest.newBuilder().setHub(crawl));
      remark("%s; stop it with ./clade import pause or cancel".formatted(begun.getName()));
      ImportOutcome outcome = ImportEnd.outcome(runs, follow(runs, begun), start);
      show(outcome, ImportView.outcome(outcome));
    }
    return 0;
  }

  private static Operation follow(ImportRuns runs, Operation begun) throws IOException {
    try (Progress progress = Progress.start("crawl", " records", 1)) {
      return runs.follow(begun, state -> update(progress, state));
    }
  }

  private static void update(Progress progress, ImportMetadata state) {
    long expected = state.getExpectedRecords();
    progress.update(
        state.getCounts().getRecords(), expected == 0 ? -1 : expected, ImportView.progress(state));
  }

  private HubCrawl.Scope scope() {
    if (scope.full) {
      return HubCrawl.Scope.SCOPE_FULL;
    }
    return scope.changes ? HubCrawl.Scope.SCOPE_CHANGES : HubCrawl.Scope.SCOPE_UNSPECIFIED;
  }
}

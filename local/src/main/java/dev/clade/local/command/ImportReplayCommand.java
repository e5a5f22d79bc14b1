package dev.clade.local.command;

import dev.clade.ingest.v1.ReplayQuarantineResponse;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ImportView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads an import's refused records again. */
@Command(
    name = "replay",
    description = "Read an import's refused records again, for instance after a fix of the rules.",
    mixinStandardHelpOptions = true)
public final class ImportReplayCommand extends MeshCommand {
  @Parameters(paramLabel = "ID", description = "Such as imports/{id}, or the id alone.")
  private String id;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      String name = ImportRuns.name(id);
      ReplayQuarantineResponse replayed = new ImportRuns(client).replay(name);
      show(replayed, ImportView.replayed(name, replayed));
    }
    return 0;
  }
}

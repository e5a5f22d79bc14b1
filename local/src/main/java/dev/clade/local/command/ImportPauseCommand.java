package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ImportView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pauses an import. */
@Command(
    name = "pause",
    description = "Stop an import at its checkpoint until it is resumed.",
    mixinStandardHelpOptions = true)
public final class ImportPauseCommand extends MeshCommand {
  @Parameters(paramLabel = "ID", description = "Such as imports/{id}, or the id alone.")
  private String id;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Operation operation = new ImportRuns(client).pause(ImportRuns.name(id));
      show(operation, ImportView.state(operation.getName(), ImportRuns.metadata(operation)));
    }
    return 0;
  }
}

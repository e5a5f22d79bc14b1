package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ImportView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a paused import go on. */
@Command(
    name = "resume",
    description = "Let a paused import go on.",
    mixinStandardHelpOptions = true)
public final class ImportResumeCommand extends MeshCommand {
  @Parameters(paramLabel = "ID", description = "Such as imports/{id}, or the id alone.")
  private String id;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Operation operation = new ImportRuns(client).resume(ImportRuns.name(id));
      show(operation, ImportView.state(operation.getName(), ImportRuns.metadata(operation)));
    }
    return 0;
  }
}

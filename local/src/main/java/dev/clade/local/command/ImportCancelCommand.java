package dev.clade.local.command;

import com.google.longrunning.Operation;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ImportView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends an import. */
@Command(
    name = "cancel",
    description = "End an import for good. What it stored stays.",
    mixinStandardHelpOptions = true)
public final class ImportCancelCommand extends MeshCommand {
  @Parameters(paramLabel = "ID", description = "Such as imports/{id}, or the id alone.")
  private String id;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Operation operation = new ImportRuns(client).cancel(ImportRuns.name(id));
      show(operation, ImportView.state(operation.getName(), ImportRuns.metadata(operation)));
    }
    return 0;
  }
}

package dev.clade.local.command;

import dev.clade.lineage.v1.Embedding;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.EmbeddingsView;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists versions of the shared embedding. */
@Command(
    name = "list",
    description = {
      "List the versions of the shared embedding, the newest first.",
      "--json gives a list of clade.lineage.v1.Embedding."
    },
    mixinStandardHelpOptions = true)
public final class EmbeddingListCommand extends MeshCommand {
  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      List<Embedding> all = new EmbeddingVersions(client).list();
      show(all, EmbeddingsView.render(all));
    }
    return 0;
  }
}

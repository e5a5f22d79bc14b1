package dev.clade.local.command;

import dev.clade.lineage.v1.Embedding;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.EmbeddingsView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a version of the shared embedding. */
@Command(
    name = "show",
    description = {
      "Show a version of the shared embedding with what was measured of it.",
      "--json gives clade.lineage.v1.Embedding."
    },
    mixinStandardHelpOptions = true)
public final class EmbeddingShowCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as embeddings/{id}, or the id alone.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Embedding found = new EmbeddingVersions(client).get(EmbeddingVersions.embedding(name));
      show(found, EmbeddingsView.render(found));
    }
    return 0;
  }
}

package dev.clade.local.command;

import dev.clade.lineage.v1.Embedding;
import dev.clade.local.client.EmbeddingVersions;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.EmbeddingsView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets answers come from a version of the shared embedding. */
@Command(
    name = "serve",
    description = {
      "Let answers come from a version of the shared embedding. The one before stays, so that one"
          + " can go back.",
      "--json gives clade.lineage.v1.Embedding."
    },
    mixinStandardHelpOptions = true)
public final class EmbeddingServeCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as embeddings/{id}, or the id alone.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Embedding serving = new EmbeddingVersions(client).serve(EmbeddingVersions.embedding(name));
      show(serving, EmbeddingsView.render(serving));
    }
    return 0;
  }
}

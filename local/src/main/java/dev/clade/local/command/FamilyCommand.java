package dev.clade.local.command;

import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.FamilyView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a model's family. */
@Command(
    name = "family",
    description = "Show the roots that a model stems from and everything derived from them.",
    mixinStandardHelpOptions = true)
public final class FamilyCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as gpt2 or org/model.")
  private String name;

  @Option(
      names = "--children",
      defaultValue = "12",
      description = "Most children to print of one model. Default: ${DEFAULT-VALUE}.")
  private int children;

  @Option(
      names = "--max-nodes",
      defaultValue = "0",
      description = "Most members to visit; the service's default without it.")
  private int maxNodes;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      GetFamilyResponse family =
          new LineageReader(client)
              .family(
                  GetFamilyRequest.newBuilder()
                      .setName(ArtifactName.of(name))
                      .setMaxNodes(maxNodes)
                      .build());
      show(family, FamilyView.render(family, children));
    }
    return 0;
  }
}

package dev.clade.local.command;

import dev.clade.lineage.v1.SuggestAttributesRequest;
import dev.clade.lineage.v1.SuggestAttributesResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.view.SuggestionsView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an artifact may be, by what others like it declare. */
@Command(
    name = "suggest",
    description = {
      "Show what an artifact's task, library, licence and type may be, by what others like it declare.",
      "--json gives clade.lineage.v1.SuggestAttributesResponse."
    },
    mixinStandardHelpOptions = true)
public final class SuggestCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as gpt2 or datasets/org/data.")
  private String name;

  @Option(
      names = "--values",
      defaultValue = "3",
      description = "Most values of each attribute, at most 20. Default: ${DEFAULT-VALUE}.")
  private int values;

  @Override
  public Integer call() throws Exception {
    SuggestAttributesRequest request =
        SuggestAttributesRequest.newBuilder()
            .setName(ArtifactName.of(name))
            .setMaxValues(values)
            .build();
    try (MeshClient client = connect()) {
      SuggestAttributesResponse suggested =
          client.call(Service.LINEAGE, () -> client.similarity().suggestAttributes(request));
      show(suggested, SuggestionsView.render(suggested));
    }
    return 0;
  }
}

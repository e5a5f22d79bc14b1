package dev.clade.local.command;

import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.view.ParentsView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a model may stem from, beside what it declares. */
@Command(
    name = "parents",
    description = {
      "Show what a model may stem from, beside what it declares.",
      "--json gives clade.lineage.v1.InferParentsResponse."
    },
    mixinStandardHelpOptions = true)
public final class ParentsCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as gpt2 or org/model.")
  private String name;

  @Option(
      names = "--candidates",
      defaultValue = "10",
      description = "Most candidates to show, at most 100. Default: ${DEFAULT-VALUE}.")
  private int candidates;

  @Override
  public Integer call() throws Exception {
    InferParentsRequest request =
        InferParentsRequest.newBuilder()
            .setName(ArtifactName.of(name))
            .setMaxCandidates(candidates)
            .build();
    try (MeshClient client = connect()) {
      InferParentsResponse parents =
          client.call(Service.LINEAGE, () -> client.similarity().inferParents(request));
      show(parents, ParentsView.render(parents));
    }
    return 0;
  }
}

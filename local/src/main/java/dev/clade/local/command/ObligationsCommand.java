package dev.clade.local.command;

import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.ComplianceReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ObligationsView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an artifact owes to all that it stems from. */
@Command(
    name = "obligations",
    description = "Show what the licences of all that an artifact stems from ask of it.",
    mixinStandardHelpOptions = true)
public final class ObligationsCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as gpt2, org/model or datasets/glue.")
  private String name;

  @Option(
      names = "--type",
      split = ",",
      description =
          "Relation types by which obligations pass on: ${COMPLETION-CANDIDATES}. Default:"
              + " derivations between models.")
  private List<RelationKind> types = List.of();

  @Option(
      names = "--max-nodes",
      defaultValue = "0",
      description = "Most artifacts to look at. Default: 10,000.")
  private int maxNodes;

  @Override
  public Integer call() throws Exception {
    ListObligationsRequest request =
        ListObligationsRequest.newBuilder()
            .setName(ArtifactName.of(name))
            .addAllRelationTypes(types.stream().map(RelationKind::type).toList())
            .setMaxNodes(maxNodes)
            .build();
    try (MeshClient client = connect()) {
      ListObligationsResponse obligations = new ComplianceReader(client).obligations(request);
      show(obligations, ObligationsView.render(obligations));
    }
    return 0;
  }
}

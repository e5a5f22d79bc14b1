package dev.clade.local.command;

import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ImpactView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts what depends on artifacts. */
@Command(
    name = "impact",
    description = "Count everything that was made from artifacts, however many steps away.",
    mixinStandardHelpOptions = true)
public final class ImpactCommand extends MeshCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "Such as gpt2, org/model or datasets/glue.")
  private List<String> names;

  @Option(
      names = "--type",
      split = ",",
      description = "Relation types to walk along: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<RelationKind> types = List.of();

  @Option(
      names = "--depth",
      defaultValue = "0",
      description = "Most steps to walk. Default: 1,000.")
  private int depth;

  @Override
  public Integer call() throws Exception {
    CountImpactRequest request =
        CountImpactRequest.newBuilder()
            .addAllNames(names.stream().map(ArtifactName::of).toList())
            .addAllRelationTypes(types.stream().map(RelationKind::type).toList())
            .setMaxDepth(depth)
            .build();
    try (MeshClient client = connect()) {
      CountImpactResponse impact = new LineageReader(client).impact(request);
      show(impact, ImpactView.render(impact));
    }
    return 0;
  }
}

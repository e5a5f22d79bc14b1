package dev.clade.local.command;

import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.Trait;
import dev.clade.local.client.ComplianceReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.LicensesAnswer;
import dev.clade.local.view.LicensesView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how licences change along a lineage, and where they conflict. */
@Command(
    name = "licenses",
    description = {
      "Show how licences change along a lineage, and where one does not keep another's terms.",
      "Goes along derivations between models unless --type says otherwise."
    },
    mixinStandardHelpOptions = true)
public final class LicensesCommand extends MeshCommand {
  @Mixin private StartOptions start;
  @Mixin private WalkOptions walk;

  @Option(
      names = "--rows",
      defaultValue = "40",
      description = "Most rows to print of a table. Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      ComplianceReader reader = new ComplianceReader(client);
      LicensesAnswer answer =
          new LicensesAnswer(reader.changes(changes()), reader.findings(findings()));
      show(answer, LicensesView.render(answer, rows));
    }
    return 0;
  }

  private ListTraitChangesRequest changes() {
    return ListTraitChangesRequest.newBuilder()
        .addAllNames(start.names())
        .setTrait(Trait.TRAIT_LICENSE)
        .setDirection(walk.direction())
        .addAllRelationTypes(start.types())
        .setMaxDepth(walk.depth())
        .setMaxNodes(walk.maxNodes())
        .build();
  }

  private ListLicenseFindingsRequest findings() {
    return ListLicenseFindingsRequest.newBuilder()
        .addAllNames(start.names())
        .setDirection(walk.direction())
        .addAllRelationTypes(start.types())
        .setMaxDepth(walk.depth())
        .setMaxNodes(walk.maxNodes())
        .build();
  }
}

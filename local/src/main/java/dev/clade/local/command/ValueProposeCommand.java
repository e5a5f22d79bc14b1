package dev.clade.local.command;

import dev.clade.local.client.ContributorSets;
import dev.clade.local.client.MeshClient;
import dev.clade.local.contributor.ContributorTable;
import dev.clade.local.view.ProposalView;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes whom to value for a model. */
@Command(
    name = "propose",
    description =
        "Propose the contributors behind the datasets that a model and its ancestors declare, and"
            + " say what is missing.",
    mixinStandardHelpOptions = true)
public final class ValueProposeCommand extends MeshCommand {
  @Parameters(paramLabel = "MODEL", description = "Such as gpt2 or org/model.")
  private String model;

  @Mixin private ProposalOptions options;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the contributors there as a table for value create --contributors-file.")
  private Path save;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      ProposeContributorsResponse proposal =
          new ContributorSets(client).propose(options.request(model));
      if (save != null) {
        ContributorTable.write(ContributorSets.setOf(proposal), save);
      }
      show(proposal, ProposalView.render(proposal));
    }
    return 0;
  }
}

package dev.clade.local.command;

import dev.clade.local.client.ArtifactName;
import dev.clade.valuation.v1.ContributorGrouping;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import picocli.CommandLine.Option;

/** How contributors are proposed from a model. */
final class ProposalOptions {
  /** Whose datasets make one contributor, as typed. */
  enum By {
    DATASET(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET),
    OWNER(ContributorGrouping.CONTRIBUTOR_GROUPING_OWNER);

    private final ContributorGrouping grouping;

    By(ContributorGrouping grouping) {
      this.grouping = grouping;
    }
  }

  @Option(
      names = "--by",
      defaultValue = "dataset",
      description =
          "What makes one contributor of a model's datasets: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  private By by;

  @Option(
      names = "--no-ancestors",
      description = "Leave out what models declare that the model was derived from.")
  private boolean noAncestors;

  /** Returns what to ask for a model as typed. */
  ProposeContributorsRequest request(String model) {
    return ProposeContributorsRequest.newBuilder()
        .setModel(ArtifactName.of(model))
        .setGrouping(by.grouping)
        .setIncludeAncestors(!noAncestors)
        .build();
  }
}

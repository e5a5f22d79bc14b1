package dev.clade.valuation.server.grpc;

import dev.clade.hub.v1.RelationOrigin;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.contributor.Gap;
import dev.clade.valuation.server.contributor.Grouping;
import dev.clade.valuation.server.contributor.Proposal;
import dev.clade.valuation.v1.ContributorGap;
import dev.clade.valuation.v1.DatasetDeclaration;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import dev.clade.valuation.v1.ProposedContributor;

/** Maps proposals. */
final class ProposalMessages {
  private ProposalMessages() {}

  static Grouping grouping(ProposeContributorsRequest request) {
    return switch (request.getGrouping()) {
      case CONTRIBUTOR_GROUPING_UNSPECIFIED, CONTRIBUTOR_GROUPING_DATASET -> Grouping.DATASET;
      case CONTRIBUTOR_GROUPING_OWNER -> Grouping.OWNER;
      case UNRECOGNIZED ->
          throw CladeException.invalidField(
              Reason.FIELD_UNKNOWN_VALUE,
              "grouping",
              request.getGroupingValue(),
              "must be DATASET or OWNER");
    };
  }

  static ProposeContributorsResponse response(Proposal proposal) {
    ProposeContributorsResponse.Builder response =
        ProposeContributorsResponse.newBuilder()
            .setModel(proposal.model())
            .setTotalContributorCount(proposal.totalCount())
            .setModelCount(proposal.modelCount())
            .setSnapshotSequence(proposal.sequence());
    proposal.contributors().forEach(one -> response.addContributors(contributor(one)));
    proposal.gaps().forEach(gap -> response.addGaps(gap(gap)));
    return response.build();
  }

  private static ProposedContributor contributor(Proposal.Proposed proposed) {
    ProposedContributor.Builder message =
        ProposedContributor.newBuilder()
            .setContributor(ContributorMessages.contributor(proposed.contributor()));
    for (Proposal.Declaration declaration : proposed.declarations()) {
      message.addDeclarations(
          DatasetDeclaration.newBuilder()
              .setModel(declaration.model())
              .setModelDepth(declaration.modelDepth())
              .setDataset(declaration.dataset())
              .setOrigin(
                  declaration.inferred()
                      ? RelationOrigin.RELATION_ORIGIN_INFERRED
                      : RelationOrigin.RELATION_ORIGIN_DECLARED));
    }
    return message.build();
  }

  private static ContributorGap gap(Gap gap) {
    return ContributorGap.newBuilder()
        .setKind(kind(gap.kind()))
        .setArtifact(gap.artifact())
        .setMessage(gap.message())
        .addAllRelated(gap.related())
        .build();
  }

  private static ContributorGap.Kind kind(Gap.Kind kind) {
    return switch (kind) {
      case NO_DATASETS_DECLARED -> ContributorGap.Kind.KIND_NO_DATASETS_DECLARED;
      case MODEL_NOT_CATALOGUED -> ContributorGap.Kind.KIND_MODEL_NOT_CATALOGUED;
      case DATASET_NOT_CATALOGUED -> ContributorGap.Kind.KIND_DATASET_NOT_CATALOGUED;
      case NAME_AMBIGUOUS -> ContributorGap.Kind.KIND_NAME_AMBIGUOUS;
      case DATASET_GATED -> ContributorGap.Kind.KIND_DATASET_GATED;
      case DATASET_WITHHELD -> ContributorGap.Kind.KIND_DATASET_WITHHELD;
      case DATASET_DELETED -> ContributorGap.Kind.KIND_DATASET_DELETED;
      case TRUNCATED -> ContributorGap.Kind.KIND_TRUNCATED;
      case TOO_MANY_CONTRIBUTORS -> ContributorGap.Kind.KIND_TOO_MANY_CONTRIBUTORS;
    };
  }
}

package dev.clade.valuation.server.contract;

import static dev.clade.valuation.server.lineage.Walk.licensed;
import static dev.clade.valuation.server.lineage.Walk.named;
import static dev.clade.valuation.server.lineage.Walk.node;
import static dev.clade.valuation.server.lineage.Walk.trained;
import static dev.clade.valuation.server.lineage.Walk.tuned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.NodeAttributes;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.lineage.v1.Truncation;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.lineage.FakeLineage;
import dev.clade.valuation.v1.ContributorGap;
import dev.clade.valuation.v1.ContributorGrouping;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.DatasetDeclaration;
import dev.clade.valuation.v1.ProposeContributorsRequest;
import dev.clade.valuation.v1.ProposeContributorsResponse;
import dev.clade.valuation.v1.ProposedContributor;
import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contributors are proposed from what lineage-service tells of a model. */
@QuarkusTest
class ProposalTest extends ContractTest {
  private static final String MODEL = "models/x/chat";

  /** A model tuned from one that was tuned from an unknown one, with datasets of every kind. */
  private static final TraverseResponse.Builder CHAIN =
      TraverseResponse.newBuilder()
          .setSnapshotSequence(77)
          .addNodes(node(MODEL, 0))
          .addNodes(
              node("datasets/A/talk", 1)
                  .setAttributes(licensed("mit", "cc0-1.0"))
                  .addEdges(trained(MODEL, "datasets/A/talk")))
          .addNodes(named("datasets/gone", 1).addEdges(trained(MODEL, "datasets/gone")))
          .addNodes(
              node("models/x/base", 1)
                  .addEdges(tuned(MODEL, "models/x/base"))
                  .addEdges(trained("models/x/base", "datasets/A/talk")))
          .addNodes(
              node("datasets/a/code", 2)
                  .setAttributes(licensed("other").setAvailability(Availability.AVAILABILITY_GATED))
                  .addEdges(
                      trained("models/x/base", "datasets/a/code")
                          .setOrigin(RelationOrigin.RELATION_ORIGIN_INFERRED)))
          .addNodes(node("models/y/plain", 2).addEdges(tuned("models/x/base", "models/y/plain")))
          .addNodes(
              named("models/z/unknown", 3).addEdges(tuned("models/y/plain", "models/z/unknown")));

  @Test
  void eachDatasetIsAContributorAndWhatIsMissingIsSaid() {
    FakeLineage.INSTANCE.answer(CHAIN.build());
    ProposeContributorsResponse found = propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET);
    assertThat(found.getModel()).isEqualTo(MODEL);
    assertThat(found.getModelCount()).isEqualTo(4);
    assertThat(found.getSnapshotSequence()).isEqualTo(77);
    assertThat(found.getTotalContributorCount()).isEqualTo(3);
    assertThat(found.getContributorsList())
        .extracting(ProposedContributor::getContributor)
        .containsExactly(
            contributor("A--talk", "A/talk", "cc0-1.0", "mit")
                .addSources("datasets/A/talk")
                .build(),
            contributor("a--code", "a/code", "other").addSources("datasets/a/code").build(),
            contributor("gone", "gone").addSources("datasets/gone").build());
    assertThat(found.getContributors(0).getDeclarationsList())
        .extracting(
            DatasetDeclaration::getModel,
            DatasetDeclaration::getModelDepth,
            DatasetDeclaration::getDataset,
            DatasetDeclaration::getOrigin)
        .containsExactly(
            tuple(MODEL, 0, "datasets/A/talk", RelationOrigin.RELATION_ORIGIN_DECLARED),
            tuple("models/x/base", 1, "datasets/A/talk", RelationOrigin.RELATION_ORIGIN_DECLARED));
    assertThat(found.getContributors(1).getDeclarations(0).getOrigin())
        .isEqualTo(RelationOrigin.RELATION_ORIGIN_INFERRED);
    assertThat(found.getGapsList())
        .extracting(
            ContributorGap::getKind, ContributorGap::getArtifact, ContributorGap::getRelatedList)
        .containsExactly(
            tuple(
                ContributorGap.Kind.KIND_NO_DATASETS_DECLARED,
                "models/y/plain",
                List.of("models/x/base")),
            tuple(
                ContributorGap.Kind.KIND_MODEL_NOT_CATALOGUED,
                "models/z/unknown",
                List.of("models/y/plain")),
            tuple(ContributorGap.Kind.KIND_DATASET_NOT_CATALOGUED, "datasets/gone", List.of(MODEL)),
            tuple(
                ContributorGap.Kind.KIND_DATASET_GATED,
                "datasets/a/code",
                List.of("models/x/base")));
  }

  @Test
  void datasetsOfOneOwnerAreOneContributorAndOwnerlessOnesStandAlone() {
    FakeLineage.INSTANCE.answer(CHAIN.build());
    assertThat(
            propose(ContributorGrouping.CONTRIBUTOR_GROUPING_OWNER).getContributorsList().stream()
                .map(ProposedContributor::getContributor))
        .containsExactly(
            contributor("A", "A", "cc0-1.0", "mit", "other")
                .addSources("datasets/A/talk")
                .addSources("datasets/a/code")
                .build(),
            contributor("gone", "gone").addSources("datasets/gone").build());
  }

  @Test
  void aProposalCanBeStoredAsItIs() {
    FakeLineage.INSTANCE.answer(CHAIN.build());
    ContributorSet.Builder set = ContributorSet.newBuilder();
    propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET)
        .getContributorsList()
        .forEach(one -> set.addContributors(one.getContributor()));
    assertThat(mesh.store(set).getContributorsList()).isEqualTo(set.getContributorsList());
  }

  @Test
  void theWalkGoesUpstreamAlongDerivationsOnlyWhereAncestorsCount() {
    FakeLineage.INSTANCE.answer(CHAIN.build());
    propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET);
    propose(
        ProposeContributorsRequest.newBuilder().setModel(MODEL).setIncludeAncestors(false).build());
    TraverseRequest all = FakeLineage.INSTANCE.asked().get(0);
    TraverseRequest own = FakeLineage.INSTANCE.asked().get(1);
    assertThat(all.getNamesList()).containsExactly(MODEL);
    assertThat(all.getDirection()).isEqualTo(Direction.DIRECTION_UPSTREAM);
    assertThat(all.getRelationTypesList())
        .containsExactlyInAnyOrder(
            RelationType.RELATION_TYPE_TRAINED_ON,
            RelationType.RELATION_TYPE_FINETUNE,
            RelationType.RELATION_TYPE_ADAPTER,
            RelationType.RELATION_TYPE_QUANTIZED,
            RelationType.RELATION_TYPE_MERGE,
            RelationType.RELATION_TYPE_UNSPECIFIED_DERIVATION);
    assertThat(own.getRelationTypesList()).containsExactly(RelationType.RELATION_TYPE_TRAINED_ON);
  }

  @Test
  void accessAndNamesThatDifferInCaseAreSaid() {
    FakeLineage.INSTANCE.answer(
        TraverseResponse.newBuilder()
            .addNodes(node(MODEL, 0))
            .addNodes(dataset("d1", licensed().setAvailability(Availability.AVAILABILITY_WITHHELD)))
            .addNodes(dataset("d2", licensed().setAvailability(Availability.AVAILABILITY_DELETED)))
            .addNodes(dataset("d3", licensed().addCaseVariants("datasets/D3")))
            .build());
    assertThat(propose(ContributorGrouping.CONTRIBUTOR_GROUPING_UNSPECIFIED).getGapsList())
        .extracting(ContributorGap::getKind, ContributorGap::getArtifact)
        .containsExactly(
            tuple(ContributorGap.Kind.KIND_DATASET_WITHHELD, "datasets/d1"),
            tuple(ContributorGap.Kind.KIND_DATASET_DELETED, "datasets/d2"),
            tuple(ContributorGap.Kind.KIND_NAME_AMBIGUOUS, "datasets/d3"));
  }

  @Test
  void aModelOfWhichNothingIsKnownHasNoContributors() {
    FakeLineage.INSTANCE.answer(TraverseResponse.newBuilder().addNodes(named(MODEL, 0)).build());
    ProposeContributorsResponse found = propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET);
    assertThat(found.getContributorsList()).isEmpty();
    assertThat(found.getGapsList())
        .extracting(ContributorGap::getKind)
        .containsExactly(ContributorGap.Kind.KIND_MODEL_NOT_CATALOGUED);
  }

  @Test
  void limitsOfTheWalkAndOfASetAreSaid() {
    TraverseResponse.Builder first = TraverseResponse.newBuilder().addNodes(node(MODEL, 0));
    for (int i = 0; i < 66; i++) {
      first.addNodes(dataset("x/d%02d".formatted(i), licensed()));
    }
    TraverseResponse.Builder last =
        TraverseResponse.newBuilder()
            .setTruncation(
                Truncation.newBuilder()
                    .setReason(Truncation.Reason.REASON_MAX_NODES)
                    .addFrontier(MODEL)
                    .setTotalFrontierCount(9));
    FakeLineage.INSTANCE.answer(first.build(), last.build());
    ProposeContributorsResponse found = propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET);
    assertThat(found.getContributorsCount()).isEqualTo(64);
    assertThat(found.getTotalContributorCount()).isEqualTo(66);
    assertThat(found.getGapsList())
        .extracting(ContributorGap::getKind, ContributorGap::getArtifact)
        .containsExactly(
            tuple(ContributorGap.Kind.KIND_TRUNCATED, MODEL),
            tuple(ContributorGap.Kind.KIND_TOO_MANY_CONTRIBUTORS, "datasets/x/d64"),
            tuple(ContributorGap.Kind.KIND_TOO_MANY_CONTRIBUTORS, "datasets/x/d65"));
    assertThat(propose(ContributorGrouping.CONTRIBUTOR_GROUPING_OWNER).getContributorsList())
        .singleElement()
        .satisfies(one -> assertThat(one.getContributor().getSourcesCount()).isEqualTo(66));
  }

  @Test
  void idsAreShortAndUniqueWhateverTheNames() {
    String long1 = "x/" + "a".repeat(96);
    FakeLineage.INSTANCE.answer(
        TraverseResponse.newBuilder()
            .addNodes(node(MODEL, 0))
            .addNodes(dataset("glue", licensed()))
            .addNodes(dataset("glue/more", licensed()))
            .addNodes(dataset(long1, licensed()))
            .addNodes(dataset(long1 + "b", licensed()))
            .build());
    assertThat(
            propose(ContributorGrouping.CONTRIBUTOR_GROUPING_OWNER).getContributorsList().stream()
                .map(one -> one.getContributor().getId()))
        .hasSize(3)
        .contains("glue", "x")
        .anyMatch(id -> id.matches("glue-[0-9a-f]{8}"));
    assertThat(
            propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET).getContributorsList().stream()
                .map(one -> one.getContributor().getId()))
        .hasSize(4)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[A-Za-z0-9_.-]{1,63}"));
  }

  @Test
  void whatLineageCannotTellNowIsUnavailable() {
    FakeLineage.INSTANCE.answer(CHAIN.build());
    FakeLineage.INSTANCE.fail(Status.UNAVAILABLE.asRuntimeException());
    unavailable();
    FakeLineage.INSTANCE.fail(
        ErrorStatus.toStatus(new CladeException(Reason.NOT_READY, "still reading", Map.of())));
    unavailable();
    FakeLineage.INSTANCE.fail(Status.DEADLINE_EXCEEDED.asRuntimeException());
    unavailable();
    FakeLineage.INSTANCE.fail(
        ErrorStatus.toStatus(CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, MODEL)));
    Failures.assertReason(
        Reason.ARTIFACT_NOT_FOUND, () -> propose(ContributorGrouping.CONTRIBUTOR_GROUPING_OWNER));
  }

  private void unavailable() {
    CladeException failure =
        Failures.assertReason(
            Reason.DEPENDENCY_UNAVAILABLE,
            () -> propose(ContributorGrouping.CONTRIBUTOR_GROUPING_DATASET));
    assertThat(failure.metadata()).containsEntry("service", "lineage");
  }

  private ProposeContributorsResponse propose(ContributorGrouping grouping) {
    return propose(
        ProposeContributorsRequest.newBuilder()
            .setModel(MODEL)
            .setGrouping(grouping)
            .setIncludeAncestors(true)
            .build());
  }

  private ProposeContributorsResponse propose(ProposeContributorsRequest request) {
    return mesh.contributors().proposeContributors(request);
  }

  private static LineageNode.Builder dataset(String id, NodeAttributes.Builder attributes) {
    return node("datasets/" + id, 1)
        .setAttributes(attributes)
        .addEdges(trained(MODEL, "datasets/" + id));
  }

  private static DataContributor.Builder contributor(String id, String name, String... licenses) {
    return DataContributor.newBuilder()
        .setId(id)
        .setDisplayName(name)
        .addAllLicenses(List.of(licenses));
  }
}

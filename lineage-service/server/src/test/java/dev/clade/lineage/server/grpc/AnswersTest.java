package dev.clade.lineage.server.grpc;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.FamilyMember;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.Truncation;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnswersTest extends LineageServerTest {
  @BeforeEach
  void fill() {
    onlyHas(
        artifact(
            "models/Org/Base", relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/wiki")),
        model("x/a", "org/base"),
        model("x/b", "org/base", "gone/base"),
        model("x/c", "x/a", "x/b"),
        artifact("spaces/x/app", relation(RelationType.RELATION_TYPE_USED_IN, "models/x/a")),
        model("openai-community/gpt2"));
  }

  @Test
  void lineageTellsNodesNearestFirstWithTheirEdges() {
    GetLineageResponse response = lineage(request("models/x/a"));
    assertThat(response.getNodesList())
        .extracting(LineageNode::getName, LineageNode::getDepth)
        .containsExactly(
            tuple("models/x/a", 0),
            tuple("models/Org/Base", -1),
            tuple("models/x/c", 1),
            tuple("spaces/x/app", 1),
            tuple("datasets/wiki", -2));
    LineageNode wiki = response.getNodes(4);
    assertThat(wiki.getKind()).isEqualTo(ArtifactKind.ARTIFACT_KIND_DATASET);
    assertThat(wiki.getCatalogued()).isFalse();
    assertThat(wiki.getEdgesList())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.getUpstream()).isEqualTo("datasets/wiki");
              assertThat(edge.getDownstream()).isEqualTo("models/Org/Base");
              assertThat(edge.getType()).isEqualTo(RelationType.RELATION_TYPE_TRAINED_ON);
              assertThat(edge.getOrigin()).isEqualTo(RelationOrigin.RELATION_ORIGIN_DECLARED);
            });
    assertThat(response.getTotalNodeCount()).isEqualTo(5);
    assertThat(response.hasTruncation()).isFalse();
    assertThat(response.getNextPageToken()).isEmpty();
    assertThat(response.getSnapshotSequence()).isEqualTo(6);
  }

  @Test
  void namesAreFoundRegardlessOfCaseAndAsLegacyNames() {
    assertThat(lineage(request("models/ORG/base", "models/gpt2")).getNodesList())
        .extracting(LineageNode::getName)
        .startsWith("models/openai-community/gpt2", "models/Org/Base");
  }

  @Test
  void directionAndTypesAreKeptTo() {
    GetLineageResponse upstream =
        lineage(request("models/x/c").setDirection(Direction.DIRECTION_UPSTREAM));
    assertThat(upstream.getNodesList())
        .extracting(LineageNode::getName)
        .containsExactly(
            "models/x/c",
            "models/x/a",
            "models/x/b",
            "models/gone/base",
            "models/Org/Base",
            "datasets/wiki");
    GetLineageResponse uses =
        lineage(request("models/x/a").addRelationTypes(RelationType.RELATION_TYPE_USED_IN));
    assertThat(uses.getNodesList())
        .extracting(LineageNode::getName)
        .containsExactly("models/x/a", "spaces/x/app");
  }

  @Test
  void aCutAnswerSaysSo() {
    Truncation byDepth = lineage(request("models/Org/Base").setMaxDepth(1)).getTruncation();
    assertThat(byDepth.getReason()).isEqualTo(Truncation.Reason.REASON_MAX_DEPTH);
    assertThat(byDepth.getFrontierList()).containsExactly("models/x/a", "models/x/b");
    assertThat(byDepth.getTotalFrontierCount()).isEqualTo(2);
    Truncation byNodes = lineage(request("models/Org/Base").setMaxNodes(2)).getTruncation();
    assertThat(byNodes.getReason()).isEqualTo(Truncation.Reason.REASON_MAX_NODES);
  }

  @Test
  void longWalksAreAsWholeAsShortOnes() {
    onlyHas(
        IntStream.range(0, 600)
            .mapToObj(number -> model("x/%03d".formatted(number), "org/base"))
            .toArray(Artifact[]::new));
    GetLineageResponse walked = lineage(request("models/org/base"));
    assertThat(walked.getTotalNodeCount()).isEqualTo(601);
    assertThat(walked.hasTruncation()).isFalse();
    String[] many =
        IntStream.range(0, 600).mapToObj("models/x/%03d"::formatted).toArray(String[]::new);
    GetLineageResponse named = lineage(request(many));
    assertThat(named.getTotalNodeCount()).isEqualTo(601);
    assertThat(named.hasTruncation()).isFalse();
  }

  @Test
  void unknownNamesBesideKnownOnesAreTold() {
    assertThat(lineage(request("models/x/a", "models/none")).getUnreachableList())
        .containsExactly("models/none");
  }

  @Test
  void pagesHaveEverythingOnce() {
    GetLineageRequest.Builder request = request("models/x/a").setPageSize(2);
    List<String> names = new ArrayList<>();
    int pages = 0;
    do {
      GetLineageResponse page = lineage(request);
      page.getNodesList().forEach(node -> names.add(node.getName()));
      request.setPageToken(page.getNextPageToken());
      pages++;
    } while (!request.getPageToken().isEmpty());
    assertThat(pages).isEqualTo(3);
    assertThat(names)
        .containsExactly(
            "models/x/a", "models/Org/Base", "models/x/c", "spaces/x/app", "datasets/wiki");
  }

  @Test
  void aFamilyHasRootsGenerationsAndOutsideParents() {
    GetFamilyResponse family = family("models/x/a");
    assertThat(family.getMembersList())
        .extracting(FamilyMember::getName, FamilyMember::getGeneration)
        .containsExactly(
            tuple("models/Org/Base", 0),
            tuple("models/x/a", 1),
            tuple("models/x/b", 1),
            tuple("models/x/c", 2));
    assertThat(family.getMembers(2).getOutsideParentsList()).containsExactly("models/gone/base");
    assertThat(family.getMembers(3).getParentsCount()).isEqualTo(2);
    assertThat(family.getMembers(0).getChildCount()).isEqualTo(2);
    assertThat(family.getSummary().getRootsList()).containsExactly("models/Org/Base");
    assertThat(family.getSummary().getMemberCount()).isEqualTo(4);
    assertThat(family.getSummary().getGenerationSizesList()).containsExactly(1L, 2L, 1L);
    // Children 0, 1, 1, 2: (-3·0 - 1·1 + 1·1 + 3·2) / (4·4) = 6/16.
    assertThat(family.getSummary().getChildCountGini()).isCloseTo(0.375, within(1e-12));
    assertThat(family.getSnapshotSequence()).isEqualTo(6);
  }

  @Test
  void aFamilyOfAMergeStemsFromAllItsRoots() {
    assertThat(family("models/x/c").getSummary().getRootsList())
        .containsExactly("models/gone/base", "models/Org/Base");
  }

  @Test
  void familiesHavePagesToo() {
    GetFamilyRequest first =
        GetFamilyRequest.newBuilder().setName("models/x/a").setPageSize(3).build();
    GetFamilyResponse page = lineage.getFamily(first);
    GetFamilyResponse rest =
        lineage.getFamily(first.toBuilder().setPageToken(page.getNextPageToken()).build());
    assertThat(page.getMembersCount()).isEqualTo(3);
    assertThat(rest.getMembersList())
        .extracting(FamilyMember::getName)
        .containsExactly("models/x/c");
    assertThat(rest.getSummary()).isEqualTo(page.getSummary());
    assertThat(rest.getNextPageToken()).isEmpty();
  }

  @Test
  void grpcHealthSaysServing() {
    HealthCheckRequest lineageService =
        HealthCheckRequest.newBuilder().setService("clade.lineage.v1.LineageService").build();
    assertThat(HealthGrpc.newBlockingStub(client.channel()).check(lineageService).getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  private GetFamilyResponse family(String name) {
    return lineage.getFamily(GetFamilyRequest.newBuilder().setName(name).build());
  }

  private GetLineageResponse lineage(GetLineageRequest.Builder request) {
    return lineage.getLineage(request.build());
  }

  private static GetLineageRequest.Builder request(String... names) {
    return GetLineageRequest.newBuilder().addAllNames(List.of(names));
  }
}

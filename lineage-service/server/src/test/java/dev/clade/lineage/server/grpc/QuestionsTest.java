package dev.clade.lineage.server.grpc;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.CommonAncestor;
import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.lineage.v1.FindCommonAncestorsRequest;
import dev.clade.lineage.v1.FindCommonAncestorsResponse;
import dev.clade.lineage.v1.FindPathRequest;
import dev.clade.lineage.v1.FindPathResponse;
import dev.clade.lineage.v1.GetStatsRequest;
import dev.clade.lineage.v1.GetStatsResponse;
import dev.clade.lineage.v1.KindCount;
import dev.clade.lineage.v1.NodeFilter;
import dev.clade.lineage.v1.PathDirection;
import dev.clade.lineage.v1.PathStep;
import dev.clade.lineage.v1.RelationCount;
import dev.clade.lineage.v1.Truncation;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuestionsTest extends LineageServerTest {
  /** data -> root -> {left, right} -> merged -> app, and alone. */
  @BeforeEach
  void fill() {
    onlyHas(
        artifact(
            "models/x/root", relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/x/data")),
        model("x/left", "x/root"),
        model("x/right", "x/root", "x/right"),
        model("x/merged", "x/left", "x/right"),
        artifact("spaces/x/app", relation(RelationType.RELATION_TYPE_USED_IN, "models/x/merged")),
        model("x/alone"));
  }

  @Test
  void aPathIsTheFirstOfTheShortest() {
    FindPathResponse found = path("datasets/x/data", "spaces/x/app").findPath();
    assertThat(found.getNamesList())
        .containsExactly(
            "datasets/x/data", "models/x/root", "models/x/left", "models/x/merged", "spaces/x/app");
    assertThat(found.getStepsList())
        .extracting(PathStep::getDistance, PathStep::getFrom, PathStep::getTo)
        .containsExactly(
            tuple(0, "datasets/x/data", "models/x/root"),
            tuple(1, "models/x/root", "models/x/left"),
            tuple(1, "models/x/root", "models/x/right"),
            tuple(2, "models/x/left", "models/x/merged"),
            tuple(2, "models/x/right", "models/x/merged"),
            tuple(3, "models/x/merged", "spaces/x/app"));
    assertThat(found.getSteps(0).getEdge().getType())
        .isEqualTo(RelationType.RELATION_TYPE_TRAINED_ON);
    assertThat(found.hasCut()).isFalse();
    assertThat(found.getSnapshotSequence()).isEqualTo(6);
  }

  @Test
  void aPathKeepsToItsDirectionAndLimits() {
    assertThat(path("models/x/left", "models/x/right").findPath().getNamesList())
        .containsExactly("models/x/left", "models/x/merged", "models/x/right");
    FindPathResponse none =
        path("models/x/left", "models/x/right")
            .direction(PathDirection.PATH_DIRECTION_UPSTREAM)
            .findPath();
    assertThat(none.getNamesCount()).isZero();
    assertThat(none.hasCut()).isFalse();
    FindPathResponse cut = path("datasets/x/data", "spaces/x/app").maxSteps(2).findPath();
    assertThat(cut.getNamesCount()).isZero();
    assertThat(cut.getCut().getReason()).isEqualTo(Truncation.Reason.REASON_MAX_DEPTH);
    assertThat(cut.getCut().getCompleteSteps()).isEqualTo(2);
  }

  @Test
  void commonAncestorsSayWhichAreNearest() {
    FindCommonAncestorsResponse found =
        lineage.findCommonAncestors(ancestors("models/x/left", "models/x/right").build());
    assertThat(found.getAncestorsList())
        .extracting(
            CommonAncestor::getName,
            CommonAncestor::getDistance,
            CommonAncestor::getNearest,
            CommonAncestor::getCatalogued)
        .containsExactly(
            tuple("models/x/root", 1, true, true), tuple("datasets/x/data", 2, false, false));
    assertThat(found.hasCut()).isFalse();
  }

  @Test
  void impactCountsByKindRelationAndDistance() {
    CountImpactResponse found =
        lineage.countImpact(
            CountImpactRequest.newBuilder()
                .addNames("datasets/x/data")
                .addNames("models/none")
                .build());
    assertThat(found.getTotalCount()).isEqualTo(5);
    assertThat(found.getKindsList())
        .containsExactlyInAnyOrder(
            kind(ArtifactKind.ARTIFACT_KIND_MODEL, 4), kind(ArtifactKind.ARTIFACT_KIND_SPACE, 1));
    assertThat(found.getFirstRelationsList())
        .containsExactly(relations(RelationType.RELATION_TYPE_TRAINED_ON, 5));
    assertThat(found.getDistanceCountsList()).containsExactly(1L, 2L, 1L, 1L);
    assertThat(found.getUnreachableList()).containsExactly("models/none");
    NodeFilter spaces = NodeFilter.newBuilder().addKinds(ArtifactKind.ARTIFACT_KIND_SPACE).build();
    assertThat(
            lineage
                .countImpact(
                    CountImpactRequest.newBuilder()
                        .addNames("datasets/x/data")
                        .setCountFilter(spaces)
                        .build())
                .getTotalCount())
        .isEqualTo(1);
  }

  @Test
  void statsTellTheWholeGraph() {
    GetStatsResponse stats = lineage.getStats(GetStatsRequest.getDefaultInstance());
    assertThat(stats.getNodeCount()).isEqualTo(7);
    assertThat(stats.getCataloguedCount()).isEqualTo(6);
    assertThat(stats.getKindsList())
        .containsExactlyInAnyOrder(
            kind(ArtifactKind.ARTIFACT_KIND_MODEL, 5),
            kind(ArtifactKind.ARTIFACT_KIND_DATASET, 1),
            kind(ArtifactKind.ARTIFACT_KIND_SPACE, 1));
    assertThat(stats.getEdgeCount()).isEqualTo(6);
    assertThat(stats.getRelationsList())
        .containsExactlyInAnyOrder(
            relations(RelationType.RELATION_TYPE_FINETUNE, 4),
            relations(RelationType.RELATION_TYPE_TRAINED_ON, 1),
            relations(RelationType.RELATION_TYPE_USED_IN, 1));
    assertThat(stats.getSelfLoopCount()).isEqualTo(1);
    assertThat(stats.getIsolatedCount()).isEqualTo(1);
    assertThat(stats.getComponentCount()).isEqualTo(2);
    assertThat(stats.getLargestComponentCount()).isEqualTo(6);
  }

  @Test
  void badRequestsAreTold() {
    refused(() -> path("", "models/x/a").findPath(), "from", "");
    refused(() -> path("models/x/a", "gpt2").findPath(), "to", "gpt2");
    refused(() -> path("models/x/a", "models/x/b").maxSteps(1_001).findPath(), "max_steps", "1001");
    refused(() -> lineage.findCommonAncestors(ancestors().build()), "names", "");
    refused(
        () ->
            lineage.findCommonAncestors(
                ancestors().addAllNames(Collections.nCopies(101, "models/x/left")).build()),
        "names",
        "101 names");
    refused(
        () ->
            lineage.countImpact(
                CountImpactRequest.newBuilder().addNames("models/x/a").setMaxEdges(-1).build()),
        "max_edges",
        "-1");
    CladeException missing =
        LineageClient.failure(
            catchThrowable(
                () ->
                    lineage.findCommonAncestors(
                        ancestors("models/x/left", "models/none").build())));
    assertThat(missing.reason()).isEqualTo(Reason.ARTIFACT_NOT_FOUND);
  }

  private static void refused(ThrowingCallable call, String field, String value) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(StatusRuntimeException.class);
    CladeException failure = LineageClient.failure(thrown);
    assertThat(failure.metadata()).containsEntry("field", field).containsEntry("value", value);
    assertThat(failure.metadata().get("rule")).isNotEmpty();
  }

  private PathCall path(String from, String to) {
    return new PathCall(FindPathRequest.newBuilder().setFrom(from).setTo(to));
  }

  private static FindCommonAncestorsRequest.Builder ancestors(String... names) {
    return FindCommonAncestorsRequest.newBuilder().addAllNames(Arrays.asList(names));
  }

  private static KindCount kind(ArtifactKind kind, long count) {
    return KindCount.newBuilder().setKind(kind).setCount(count).build();
  }

  private static RelationCount relations(RelationType type, long count) {
    return RelationCount.newBuilder().setType(type).setCount(count).build();
  }

  /** A call of FindPath in the making. */
  private final class PathCall {
    private final FindPathRequest.Builder request;

    PathCall(FindPathRequest.Builder request) {
      this.request = request;
    }

    PathCall direction(PathDirection direction) {
      request.setDirection(direction);
      return this;
    }

    PathCall maxSteps(int most) {
      request.setMaxSteps(most);
      return this;
    }

    FindPathResponse findPath() {
      return lineage.findPath(request.build());
    }
  }
}

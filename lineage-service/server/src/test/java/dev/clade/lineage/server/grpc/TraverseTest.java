package dev.clade.lineage.server.grpc;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.NodeAttributes;
import dev.clade.lineage.v1.NodeFilter;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.lineage.v1.TraverseView;
import dev.clade.lineage.v1.Truncation;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraverseTest extends LineageServerTest {
  private static final Artifact[] DIAMOND = {
    model("x/root").toBuilder().setTask("fill-mask").addLicenses("mit").build(),
    model("x/left", "x/root").toBuilder()
        .setTask("text-generation")
        .setLibrary("transformers")
        .addLicenses("apache-2.0")
        .addLanguages("en")
        .setAvailability(Availability.AVAILABILITY_GATED)
        .setCreateTime(Timestamp.newBuilder().setSeconds(1_700_000_000))
        .build(),
    model("x/right", "x/root"),
    model("x/merged", "x/left", "x/right"),
    artifact("spaces/x/app", relation(RelationType.RELATION_TYPE_USED_IN, "models/x/merged"))
  };

  @Test
  void aStreamHasEverythingNearestFirst() {
    onlyHas(DIAMOND);
    List<TraverseResponse> parts = traverse(down("models/x/root"));
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().getNodesList())
        .extracting(LineageNode::getName, LineageNode::getDepth)
        .containsExactly(
            tuple("models/x/root", 0),
            tuple("models/x/left", 1),
            tuple("models/x/right", 1),
            tuple("models/x/merged", 2),
            tuple("spaces/x/app", 3));
    assertThat(parts.getFirst().getNextPageToken()).isEmpty();
    assertThat(parts.getFirst().hasTruncation()).isFalse();
    assertThat(parts.getFirst().getSnapshotSequence()).isEqualTo(5);
  }

  @Test
  void filtersChooseWhatIsReturnedAndWalkedThrough() {
    onlyHas(DIAMOND);
    NodeFilter spaces = NodeFilter.newBuilder().addKinds(ArtifactKind.ARTIFACT_KIND_SPACE).build();
    assertThat(names(traverse(down("models/x/root").setReturnFilter(spaces))))
        .containsExactly("spaces/x/app");
    NodeFilter masks = NodeFilter.newBuilder().addTasks("fill-mask").build();
    assertThat(names(traverse(down("models/x/root").setWalkFilter(masks))))
        .containsExactly("models/x/root", "models/x/left", "models/x/right");
    NodeFilter chosen =
        NodeFilter.newBuilder()
            .addLicenses("apache-2.0")
            .addAuthors("X")
            .setCreatedFrom(Timestamp.newBuilder().setSeconds(1_700_000_000))
            .setCreatedBefore(Timestamp.newBuilder().setSeconds(1_700_000_001))
            .build();
    assertThat(names(traverse(down("models/x/root").setReturnFilter(chosen))))
        .containsExactly("models/x/left");
  }

  @Test
  void aViewTellsMoreOrLess() {
    onlyHas(DIAMOND);
    LineageNode bare = left(TraverseView.TRAVERSE_VIEW_NAMES);
    assertThat(bare.getEdgesCount()).isZero();
    LineageNode full = left(TraverseView.TRAVERSE_VIEW_ATTRIBUTES);
    assertThat(full.getEdgesCount()).isEqualTo(1);
    assertThat(full.getAttributes())
        .isEqualTo(
            NodeAttributes.newBuilder()
                .setTask("text-generation")
                .setLibrary("transformers")
                .addLicenses("apache-2.0")
                .addLanguages("en")
                .setCreateTime(Timestamp.newBuilder().setSeconds(1_700_000_000))
                .setAvailability(Availability.AVAILABILITY_GATED)
                .build());
  }

  @Test
  void artifactsWhoseNamesDifferInCaseOnlyAreTold() {
    onlyHas(
        artifact("datasets/x/Glue"),
        artifact("datasets/x/glue"),
        artifact("datasets/x/GLUE"),
        artifact("datasets/x/glues"),
        artifact("datasets/x/glu"));
    List<LineageNode> nodes =
        traverse(
                down("datasets/x/glue")
                    .addNames("datasets/x/glues")
                    .setView(TraverseView.TRAVERSE_VIEW_ATTRIBUTES))
            .getFirst()
            .getNodesList();
    assertThat(nodes)
        .extracting(node -> List.copyOf(node.getAttributes().getCaseVariantsList()))
        .containsExactly(List.of("datasets/x/GLUE", "datasets/x/Glue"), List.of());
  }

  @Test
  void aStreamGoesOnBehindAnyPart() {
    onlyHas(DIAMOND);
    TraverseRequest.Builder request = down("models/x/root").setPageSize(2);
    List<TraverseResponse> whole = traverse(request);
    assertThat(whole).hasSize(3);
    List<TraverseResponse> rest =
        traverse(request.setPageToken(whole.getFirst().getNextPageToken()));
    assertThat(names(rest)).containsExactly("models/x/right", "models/x/merged", "spaces/x/app");
    // Also the relations to what was told before.
    assertThat(edges(rest))
        .isEqualTo(edges(whole.subList(1, 3)))
        .contains("models/x/root -> models/x/right", "models/x/left -> models/x/merged");
  }

  @Test
  void aCutStreamSaysWhereAndGoesOn() {
    onlyHas(DIAMOND);
    TraverseRequest.Builder request = down("models/x/root").setMaxNodes(3);
    List<TraverseResponse> cut = traverse(request);
    assertThat(names(cut)).containsExactly("models/x/root", "models/x/left", "models/x/right");
    Truncation truncation = cut.getLast().getTruncation();
    assertThat(truncation.getReason()).isEqualTo(Truncation.Reason.REASON_MAX_NODES);
    assertThat(truncation.getFrontierList()).containsExactly("models/x/left", "models/x/right");
    List<TraverseResponse> rest = traverse(request.setPageToken(cut.getLast().getNextPageToken()));
    assertThat(names(rest)).containsExactly("models/x/merged", "spaces/x/app");
    assertThat(rest.getLast().hasTruncation()).isFalse();
    Truncation byEdges = traverse(down("models/x/root").setMaxEdges(2)).getLast().getTruncation();
    assertThat(byEdges.getReason()).isEqualTo(Truncation.Reason.REASON_MAX_EDGES);
  }

  @Test
  void manyArtifactsComeInPartsAtTheReadersPace() {
    Artifact[] star =
        Stream.concat(
                Stream.of(model("x/hub")),
                IntStream.range(0, 5_000).mapToObj(i -> model("x/spoke-" + i, "x/hub")))
            .toArray(Artifact[]::new);
    onlyHas(star);
    List<TraverseResponse> parts = traverse(down("models/x/hub"));
    assertThat(parts).hasSize(26);
    assertThat(names(parts)).hasSize(5_001).doesNotHaveDuplicates();
  }

  @Test
  void unknownNamesAreTold() {
    onlyHas(DIAMOND);
    assertThat(
            traverse(down("models/x/root").addNames("models/none")).getFirst().getUnreachableList())
        .containsExactly("models/none");
    CladeException failure =
        LineageClient.failure(catchThrowable(() -> traverse(down("models/none"))));
    assertThat(failure.reason()).isEqualTo(Reason.ARTIFACT_NOT_FOUND);
  }

  /** Which models learned from a dataset, where they run, and how each came to it. */
  @Test
  void oneCallTellsWhatADatasetReachesAndHow() {
    onlyHas(
        artifact(
            "models/x/base", relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/x/bad")),
        model("x/tuned", "x/base"),
        artifact("spaces/x/app", relation(RelationType.RELATION_TYPE_USED_IN, "models/x/tuned")),
        artifact("spaces/x/viewer", relation(RelationType.RELATION_TYPE_USED_IN, "datasets/x/bad")),
        model("x/innocent"));
    List<TraverseResponse> parts = traverse(down("datasets/x/bad"));
    assertThat(nodes(parts))
        .extracting(LineageNode::getName, LineageNode::getKind, LineageNode::getDepth)
        .containsExactly(
            tuple("datasets/x/bad", ArtifactKind.ARTIFACT_KIND_DATASET, 0),
            tuple("models/x/base", ArtifactKind.ARTIFACT_KIND_MODEL, 1),
            tuple("spaces/x/viewer", ArtifactKind.ARTIFACT_KIND_SPACE, 1),
            tuple("models/x/tuned", ArtifactKind.ARTIFACT_KIND_MODEL, 2),
            tuple("spaces/x/app", ArtifactKind.ARTIFACT_KIND_SPACE, 3));
    assertThat(edges(parts))
        .containsExactly(
            "datasets/x/bad -> models/x/base",
            "datasets/x/bad -> spaces/x/viewer",
            "models/x/base -> models/x/tuned",
            "models/x/tuned -> spaces/x/app");
  }

  @Test
  void badRequestsAreTold() {
    onlyHas(DIAMOND);
    refused(down("models/x/root").setMaxDepth(1_001), "max_depth", "1001");
    refused(down("models/x/root").setMaxNodes(10_000_001), "max_nodes", "10000001");
    refused(down("models/x/root").setMaxEdges(-1), "max_edges", "-1");
    refused(down("models/x/root").setViewValue(77), "view", "77");
    refused(
        down("models/x/root").setReturnFilter(NodeFilter.newBuilder().addKindsValue(99)),
        "return_filter.kinds",
        "99");
    refused(
        down("models/x/root")
            .setWalkFilter(
                NodeFilter.newBuilder()
                    .setCreatedFrom(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))),
        "walk_filter.created_from",
        "9223372036854775807 s, 0 ns");
  }

  private void refused(TraverseRequest.Builder request, String field, String value) {
    CladeException failure = LineageClient.failure(catchThrowable(() -> traverse(request)));
    assertThat(failure.metadata()).containsEntry("field", field).containsEntry("value", value);
    assertThat(failure.metadata().get("rule")).isNotEmpty();
  }

  private LineageNode left(TraverseView view) {
    return traverse(down("models/x/root").setView(view)).getFirst().getNodes(1);
  }

  private List<TraverseResponse> traverse(TraverseRequest.Builder request) {
    return ImmutableList.copyOf(lineage.traverse(request.build()));
  }

  private static TraverseRequest.Builder down(String... names) {
    return TraverseRequest.newBuilder()
        .addAllNames(Arrays.asList(names))
        .setDirection(Direction.DIRECTION_DOWNSTREAM);
  }

  private static List<String> names(List<TraverseResponse> parts) {
    return nodes(parts).map(LineageNode::getName).toList();
  }

  private static List<String> edges(List<TraverseResponse> parts) {
    return nodes(parts)
        .flatMap(node -> node.getEdgesList().stream())
        .map(TraverseTest::text)
        .toList();
  }

  private static String text(LineageEdge edge) {
    return edge.getUpstream() + " -> " + edge.getDownstream();
  }

  private static Stream<LineageNode> nodes(List<TraverseResponse> parts) {
    return parts.stream().flatMap(part -> part.getNodesList().stream());
  }
}

package dev.clade.lineage.server.grpc;

import static dev.clade.lineage.server.testing.Artifacts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.server.testing.Traits;
import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.ListTraitChangesResponse;
import dev.clade.lineage.v1.Trait;
import dev.clade.lineage.v1.TraitChange;
import dev.clade.lineage.v1.TraitChangeClass;
import dev.clade.lineage.v1.TraitChangeCount;
import dev.clade.lineage.v1.TraitSummary;
import dev.clade.lineage.v1.Truncation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraitChangesTest extends LineageServerTest {
  private static final List<String> DOWN_FROM_ROOT =
      List.of(
          "root -> left NO_OVERLAP",
          "root -> right DROPPED",
          "left -> merged EXTRA_ADDED",
          "right -> merged ADDED",
          "left -> odd NO_OVERLAP");

  @BeforeEach
  void fill() {
    onlyHas(Traits.family());
  }

  @Test
  void licensesChangeAlongEachRelation() {
    ListTraitChangesResponse answer = changes(down("models/x/root"));
    assertThat(texts(answer)).isEqualTo(DOWN_FROM_ROOT);
    assertThat(answer.getChanges(2))
        .isEqualTo(
            TraitChange.newBuilder()
                .setEdge(answer.getChanges(2).getEdge())
                .setChangeClass(TraitChangeClass.TRAIT_CHANGE_CLASS_EXTRA_ADDED)
                .addUpstreamValues("mit")
                .addDownstreamValues("apache-2.0")
                .addDownstreamValues("mit")
                .addKeptValues("mit")
                .addGainedValues("apache-2.0")
                .setMutation(0.5)
                .build());
    assertThat(answer.getChanges(1).getLostValuesList()).containsExactly("cc-by-sa-4.0");
    assertThat(answer.getChanges(1).hasMutation()).isFalse();
    assertThat(counts(answer.getSummary()))
        .containsOnly(
            entry("DROPPED", 1L),
            entry("ADDED", 1L),
            entry("NO_OVERLAP", 2L),
            entry("EXTRA_ADDED", 1L));
    assertThat(answer.getSummary().getRelationCount()).isEqualTo(5);
    // 1 to left, 1/2 to merged, 1 to odd.
    assertThat(answer.getSummary().getComparedCount()).isEqualTo(3);
    assertThat(answer.getSummary().getMutationSum()).isCloseTo(2.5, within(1e-12));
    assertThat(answer.getSummary().getMutationRate()).isCloseTo(2.5 / 3, within(1e-12));
    assertThat(answer.getNextPageToken()).isEmpty();
    assertThat(answer.getResumeToken()).isEmpty();
    assertThat(answer.hasTruncation()).isFalse();
    assertThat(answer.getSnapshotSequence()).isEqualTo(6);
  }

  @Test
  void languagesTasksAndLibrariesChangeToo() {
    ListTraitChangesResponse languages =
        changes(down("models/x/root").setTrait(Trait.TRAIT_LANGUAGE));
    assertThat(texts(languages))
        .containsExactly(
            "root -> left SOME_REMOVED",
            "root -> right EXTRA_ADDED",
            "left -> merged NO_OVERLAP",
            "right -> merged SOME_REMOVED",
            "left -> odd DROPPED");
    // 1/2, 1/3, 1 and 2/3.
    assertThat(languages.getSummary().getComparedCount()).isEqualTo(4);
    assertThat(languages.getSummary().getMutationRate()).isCloseTo(0.625, within(1e-12));
    assertThat(texts(changes(down("models/x/root").setTrait(Trait.TRAIT_TASK))))
        .contains("root -> left NO_OVERLAP", "root -> right SAME", "left -> merged DROPPED");
    TraitSummary libraries =
        changes(down("models/x/root").setTrait(Trait.TRAIT_LIBRARY)).getSummary();
    assertThat(counts(libraries)).containsOnly(entry("SAME", 3L), entry("ADDED", 2L));
    assertThat(libraries.getComparedCount()).isZero();
    assertThat(libraries.hasMutationRate()).isFalse();
  }

  @Test
  void whatIsNotCataloguedIsUnknown() {
    ListTraitChangesResponse answer =
        changes(down("models/x/merged").setDirection(Direction.DIRECTION_UPSTREAM));
    assertThat(texts(answer))
        .containsExactly(
            "base -> merged UNKNOWN",
            "left -> merged EXTRA_ADDED",
            "right -> merged ADDED",
            "root -> left NO_OVERLAP",
            "root -> right DROPPED");
    assertThat(answer.getChanges(0).getDownstreamValuesCount()).isEqualTo(2);
    assertThat(answer.getChanges(0).getGainedValuesCount()).isZero();
  }

  @Test
  void derivationsAreWalkedUnlessOthersAreAskedFor() {
    assertThat(changes(down("datasets/x/data")).getChangesCount()).isZero();
    assertThat(
            texts(
                changes(
                    down("datasets/x/data", "models/none")
                        .addRelationTypes(RelationType.RELATION_TYPE_TRAINED_ON))))
        .containsExactly("data -> root NO_OVERLAP");
    assertThat(
            changes(
                    down("datasets/x/data", "models/none")
                        .addRelationTypes(RelationType.RELATION_TYPE_UNSPECIFIED))
                .getSummary()
                .getRelationCount())
        .isEqualTo(6);
    assertThat(changes(down("datasets/x/data", "models/none")).getUnreachableList())
        .containsExactly("models/none");
  }

  @Test
  void classesChooseWhatIsReturnedButNotWhatIsCounted() {
    ListTraitChangesResponse answer =
        changes(
            down("models/x/root")
                .addClasses(TraitChangeClass.TRAIT_CHANGE_CLASS_NO_OVERLAP)
                .setPageSize(1));
    assertThat(texts(answer)).containsExactly("root -> left NO_OVERLAP");
    assertThat(answer.getSummary().getRelationCount()).isEqualTo(5);
    assertThat(answer.getNextPageToken()).isNotEmpty();
  }

  @Test
  void pagesHaveEverythingOnce() {
    for (int size = 1; size <= 5; size++) {
      ListTraitChangesRequest.Builder request = down("models/x/root").setPageSize(size);
      List<String> texts = new ArrayList<>();
      do {
        ListTraitChangesResponse page = changes(request);
        assertThat(page.getChangesCount()).isBetween(1, size);
        assertThat(page.getSummary().getRelationCount()).isEqualTo(5);
        texts.addAll(texts(page));
        request.setPageToken(page.getNextPageToken());
      } while (!request.getPageToken().isEmpty());
      assertThat(texts).isEqualTo(DOWN_FROM_ROOT);
    }
  }

  @Test
  void aPageGoesOnThoughTheRelationBeforeItIsGone() {
    ListTraitChangesRequest.Builder request = down("models/x/root").setPageSize(3);
    request.setPageToken(changes(request).getNextPageToken());
    catalogue.store(model("x/merged", "x/right"));
    awaitApplied(7);
    assertThat(texts(changes(request)))
        .containsExactly("right -> merged SAME", "left -> odd NO_OVERLAP");
  }

  @Test
  void aCutAnswerSaysWhereAndIsResumed() {
    ListTraitChangesRequest.Builder request = down("models/x/root").setMaxNodes(3);
    ListTraitChangesResponse cut = changes(request);
    assertThat(texts(cut)).isEqualTo(DOWN_FROM_ROOT.subList(0, 2));
    assertThat(cut.getNextPageToken()).isEmpty();
    assertThat(cut.getTruncation().getReason()).isEqualTo(Truncation.Reason.REASON_MAX_NODES);
    assertThat(cut.getTruncation().getFrontierList())
        .containsExactly("models/x/left", "models/x/right");
    request.setPageToken(cut.getResumeToken()).setPageSize(2);
    ListTraitChangesResponse second = changes(request);
    assertThat(texts(second)).isEqualTo(DOWN_FROM_ROOT.subList(2, 4));
    assertThat(second.hasTruncation()).isFalse();
    assertThat(second.getSummary().getRelationCount()).isEqualTo(3);
    ListTraitChangesResponse last = changes(request.setPageToken(second.getNextPageToken()));
    assertThat(texts(last)).isEqualTo(DOWN_FROM_ROOT.subList(4, 5));
    assertThat(last.getResumeToken()).isEmpty();
  }

  @Test
  void depthAndRelationsCutToo() {
    ListTraitChangesResponse byDepth = changes(down("models/x/root").setMaxDepth(1));
    assertThat(byDepth.getTruncation().getReason()).isEqualTo(Truncation.Reason.REASON_MAX_DEPTH);
    assertThat(byDepth.getResumeToken()).isEmpty();
    assertThat(changes(down("models/x/root").setMaxEdges(2)).getTruncation().getReason())
        .isEqualTo(Truncation.Reason.REASON_MAX_EDGES);
  }

  private ListTraitChangesResponse changes(ListTraitChangesRequest.Builder request) {
    return ComplianceServiceGrpc.newBlockingStub(client.channel())
        .listTraitChanges(request.build());
  }

  private static ListTraitChangesRequest.Builder down(String... names) {
    return ListTraitChangesRequest.newBuilder()
        .addAllNames(List.of(names))
        .setTrait(Trait.TRAIT_LICENSE)
        .setDirection(Direction.DIRECTION_DOWNSTREAM);
  }

  private static List<String> texts(ListTraitChangesResponse answer) {
    return answer.getChangesList().stream()
        .map(change -> text(change.getEdge()) + " " + word(change.getChangeClass()))
        .toList();
  }

  private static Map<String, Long> counts(TraitSummary summary) {
    return summary.getChangesList().stream()
        .collect(
            Collectors.toMap(count -> word(count.getChangeClass()), TraitChangeCount::getCount));
  }

  private static String text(LineageEdge edge) {
    return "%s -> %s".formatted(last(edge.getUpstream()), last(edge.getDownstream()));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String word(TraitChangeClass change) {
    return change.name().substring("TRAIT_CHANGE_CLASS_".length());
  }
}

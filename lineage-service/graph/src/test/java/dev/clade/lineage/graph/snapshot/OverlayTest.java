package dev.clade.lineage.graph.snapshot;

import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static dev.clade.lineage.graph.testing.Records.record;
import static dev.clade.lineage.graph.testing.Records.renamed;
import static dev.clade.lineage.graph.testing.Records.renamedFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.testing.GraphText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is laid over a graph and what is declined, by hand. */
class OverlayTest {
  private final RecordTable table = new RecordTable();
  private final SnapshotBuilder builder = new SnapshotBuilder(table);

  @Test
  void freshArtifactsStandBetweenTheOthers() {
    build(model("b/b", "b/a"), model("d/d", "b/b"));
    GraphSnapshot graph = taken(model("c/c", "b/b", "gone/x"), model("a/a", "c/c"));
    assertThat(GraphText.nodes(graph))
        .containsExactly(
            "models/a/a",
            "models/b/a?",
            "models/b/b",
            "models/c/c",
            "models/d/d",
            "models/gone/x?");
    assertThat(GraphText.edges(graph))
        .containsExactly(
            "c/c -FINETUNE-> a/a",
            "b/a -FINETUNE-> b/b",
            "b/b -FINETUNE-> c/c",
            "gone/x -FINETUNE-> c/c",
            "b/b -FINETUNE-> d/d");
    assertThat(GraphText.edgesDownstream(graph))
        .containsExactly(
            "b/a -FINETUNE-> b/b",
            "b/b -FINETUNE-> c/c",
            "b/b -FINETUNE-> d/d",
            "c/c -FINETUNE-> a/a",
            "gone/x -FINETUNE-> c/c");
    assertThat(graph.edgeCount()).isEqualTo(5);
    assertThat(graph.cataloguedCount()).isEqualTo(4);
    assertThat(graph.find(name("models/C/C"))).hasValue(3);
  }

  @Test
  void declarationsAreReplacedAndSelfLoopsCounted() {
    build(model("a/a", "b/b", "A/a"), model("b/b"), model("c/c"));
    GraphSnapshot graph = taken(model("a/a", "c/c", "a/a", "a/A"));
    assertThat(GraphText.edges(graph)).containsExactly("c/c -FINETUNE-> a/a");
    assertThat(graph.selfLoopCount()).isEqualTo(2);
    assertThat(taken(model("a/a")).selfLoopCount()).isZero();
  }

  @Test
  void anUncataloguedArtifactIsCataloguedUnderItsOwnName() {
    build(model("a/child", "gone/model"));
    GraphSnapshot graph = taken(model("gone/model", "a/base"));
    assertThat(GraphText.nodes(graph))
        .containsExactly("models/a/base?", "models/a/child", "models/gone/model");
    assertThat(graph.cataloguedCount()).isEqualTo(2);
  }

  @Test
  void attributesAloneLeaveTheEdgesAsTheyAre() {
    GraphSnapshot before = build(model("a/a", "b/b"));
    Profile profile = new Profile("fill-mask", "", List.of(), List.of(), Availability.PUBLIC);
    GraphSnapshot after =
        taken(
            new ArtifactRecord(
                name("models/a/a"),
                model("a/a", "b/b").declarations(),
                new Attributes(profile, Optional.empty())));
    assertThat(before.attributes().profile(0)).isEqualTo(Profile.UNKNOWN);
    assertThat(after.attributes().profile(0)).isEqualTo(profile);
    assertThat(after.upstream()).isSameAs(before.upstream());
    assertThat(after.downstream()).isSameAs(before.downstream());
    assertThat(after.sequence()).isEqualTo(2);
  }

  @Test
  void aRecordWhoseNameMeansAnotherSoFarIsDeclined() {
    build(model("a/m"));
    assertThat(overlaid(model("a/M"))).as("by case").isEmpty();
    build(model("a/child", "gone/model"));
    assertThat(overlaid(model("gone/Model"))).as("an uncatalogued one by case").isEmpty();
    build(renamedFrom("models/old/name", "models/new/name"));
    assertThat(overlaid(model("old/name"))).as("by renaming").isEmpty();
    build(renamedFrom("models/old/other", "models/new/other"));
    assertThat(overlaid(model("OLD/other"))).as("by renaming and case").isEmpty();
    build(model("google-bert/bert"));
    assertThat(overlaid(model("bert"))).as("as a legacy name").isEmpty();
    build();
    assertThat(overlaid(model("x/y"), model("x/Y"))).as("of the same changes").isEmpty();
  }

  @Test
  void aRecordThatTakesALegacyNameOverIsDeclined() {
    build(model("a/child", "bert"));
    assertThat(overlaid(model("Google-BERT/bert"))).as("from nobody").isEmpty();
    build(model("julien-c/small"));
    assertThat(overlaid(model("distilbert/small"))).as("from an owner tried later").isEmpty();
  }

  @Test
  void aRecordThatTakesNoLegacyNameOverIsTaken() {
    build(model("distilbert/small"), model("a/child", "small"), model("own"));
    GraphSnapshot graph =
        taken(model("julien-c/small"), model("google-bert/own"), model("google-bert/new"));
    assertThat(GraphText.edges(graph)).containsExactly("distilbert/small -FINETUNE-> a/child");
    assertThat(GraphText.nodes(graph)).contains("models/google-bert/new", "models/own");
  }

  @Test
  void aSpellingThatWouldRenameANodeIsDeclined() {
    build(model("a/child", "gone/mOdel"));
    GraphSnapshot graph = taken(model("b/child", "gone/model"));
    assertThat(GraphText.edges(graph))
        .containsExactly("gone/mOdel -FINETUNE-> a/child", "gone/mOdel -FINETUNE-> b/child");
    assertThat(overlaid(model("c/child", "Gone/model"))).isEmpty();
  }

  @Test
  void aSpellingThatGoesIsDeclinedOnlyIfANodeHasIt() {
    build(model("a/one", "x/basE"), model("a/two", "x/base"), model("a/three", "x/base"));
    assertThat(GraphText.edges(taken(model("a/three"), model("a/two", "x/base")))).hasSize(2);
    assertThat(overlaid(model("a/one"))).isEmpty();
  }

  @Test
  void aNodeThatNobodyNamesAnyMoreIsDeclined() {
    build(model("a/one", "x/base"), model("a/two", "x/base"), model("a/three"));
    assertThat(GraphText.edges(taken(model("a/one", "a/three"))))
        .containsExactly("a/three -FINETUNE-> a/one", "x/base -FINETUNE-> a/two");
    assertThat(overlaid(model("a/two"))).isEmpty();
    build(model("b/one", "y/base"));
    assertThat(GraphText.edges(taken(model("b/one"), model("b/two", "y/base"))))
        .as("another names it at the same time")
        .contains("y/base -FINETUNE-> b/two");
  }

  @Test
  void whatArtifactsAreOrWereNamedIsDeclined() {
    build(model("a/a"));
    assertThat(overlaid(renamed("models/a/a"))).as("renamed").isEmpty();
    build();
    assertThat(overlaid(renamedFrom("models/a/a", "models/a/b"))).as("a name given").isEmpty();
    build();
    assertThat(overlaid(model("a/b"))).as("a name taken away").isEmpty();
  }

  @Test
  void anArtifactThatOnceHadAnotherNameChangesLikeOthers() {
    build(renamedFrom("models/a/a", "models/a/b"), model("a/child", "a/a"));
    GraphSnapshot graph = taken(renamedFrom("models/a/a", "models/a/b"), model("a/aa", "a/a"));
    assertThat(GraphText.edges(graph))
        .containsExactly("a/b -FINETUNE-> a/aa", "a/b -FINETUNE-> a/child");
    assertThat(graph.find(name("models/a/a"))).hasValue(1);
    assertThat(taken(renamed("models/never/seen")).nodeCount()).isEqualTo(3);
  }

  @Test
  void muchIsDeclined() {
    build();
    assertThat(taken(models(0, 256)).nodeCount()).isEqualTo(256);
    assertThat(overlaid(models(256, 513))).as("at once").isEmpty();
    build();
    for (int i = 0; i < 16; i++) {
      taken(models(1_000 + 256 * i, 1_000 + 256 * (i + 1)));
    }
    assertThat(overlaid(model("a/one-more"))).as("altogether").isEmpty();
  }

  @Test
  void changesThatAreNotKnownAreDeclined() {
    assertThat(builder.overlay(1)).as("nothing built").isEmpty();
    build(model("a/a"));
    table.tidy();
    assertThat(overlaid(model("b/b"))).as("ids changed").isEmpty();
    assertThat(overlaid(model("c/c"))).as("declined once").isEmpty();
    build();
    assertThat(taken(record("datasets/a")).nodeCount()).isEqualTo(4);
  }

  private GraphSnapshot build(ArtifactRecord... records) {
    List.of(records).forEach(table::put);
    return builder.build(1);
  }

  private Optional<GraphSnapshot> overlaid(ArtifactRecord... changes) {
    List.of(changes).forEach(table::put);
    return builder.overlay(2);
  }

  private GraphSnapshot taken(ArtifactRecord... changes) {
    return overlaid(changes).orElseThrow();
  }

  private static ArtifactRecord[] models(int start, int end) {
    return IntStream.range(start, end)
        .mapToObj(i -> model("a/%05d".formatted(i)))
        .toArray(ArtifactRecord[]::new);
  }
}

package dev.clade.lineage.graph.snapshot;

import static dev.clade.lineage.graph.testing.Records.graph;
import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static dev.clade.lineage.graph.testing.Records.record;
import static dev.clade.lineage.graph.testing.Records.relation;
import static dev.clade.lineage.graph.testing.Records.renamed;
import static dev.clade.lineage.graph.testing.Records.renamedFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.testing.GraphText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotRulesTest {
  @Test
  void nodesAreNumberedByName() {
    GraphSnapshot graph =
        graph(model("b/B"), model("a/a"), model("b/a"), record("datasets/z"), record("spaces/a/a"));
    assertThat(GraphText.nodes(graph))
        .containsExactly("datasets/z", "models/a/a", "models/b/a", "models/b/B", "spaces/a/a");
    assertThat(graph.kind(0)).isEqualTo(ArtifactKind.DATASET);
  }

  @Test
  void cataloguedSpellingWins() {
    GraphSnapshot graph = graph(model("a/child", "META/llama"), model("meta/Llama"));
    assertThat(GraphText.edges(graph)).containsExactly("meta/Llama -FINETUNE-> a/child");
    assertThat(graph.nodeCount()).isEqualTo(2);
  }

  @Test
  void cataloguedNamesDifferingInCaseStayTwo() {
    GraphSnapshot graph =
        graph(model("a/M"), model("a/m"), model("b/exact", "a/m"), model("b/other", "A/m"));
    assertThat(GraphText.edges(graph))
        .containsExactly("a/m -FINETUNE-> b/exact", "a/M -FINETUNE-> b/other");
  }

  @Test
  void legacyNamesMeanTheOwnedModel() {
    GraphSnapshot graph =
        graph(model("google-bert/bert-base-uncased"), model("a/child", "BERT-base-uncased"));
    assertThat(GraphText.edges(graph))
        .containsExactly("google-bert/bert-base-uncased -FINETUNE-> a/child");
  }

  @Test
  void legacyNamesTryOwnersInOrder() {
    GraphSnapshot graph =
        graph(model("julien-c/x"), model("Distilbert/X"), model("a/child", "x"), model("z/x"));
    assertThat(GraphText.edges(graph)).containsExactly("Distilbert/X -FINETUNE-> a/child");
  }

  @Test
  void aCataloguedLegacyNameMeansItself() {
    GraphSnapshot graph =
        graph(model("openai-community/gpt2"), model("gpt2"), model("a/child", "GPT2"));
    assertThat(GraphText.edges(graph)).containsExactly("gpt2 -FINETUNE-> a/child");
  }

  @Test
  void legacyNamesOfUncataloguedOwnersStay() {
    GraphSnapshot graph =
        graph(model("a/child", "gpt2"), model("b/child", "openai-community/gpt2"));
    assertThat(GraphText.nodes(graph))
        .containsExactly(
            "models/a/child", "models/b/child", "models/gpt2?", "models/openai-community/gpt2?");
  }

  @Test
  void aNameOfBeforeMeansTheArtifactThatHadIt() {
    GraphSnapshot graph =
        graph(
            model("old/name"),
            model("a/child", "old/name"),
            model("b/child", "OLD/name"),
            renamed("models/old/name"),
            renamedFrom("models/old/name", "models/new/name"));
    assertThat(GraphText.edges(graph))
        .containsExactlyInAnyOrder("new/name -FINETUNE-> a/child", "new/name -FINETUNE-> b/child");
    assertThat(GraphText.nodes(graph))
        .containsExactly("models/a/child", "models/b/child", "models/new/name");
    assertThat(graph.find(name("models/old/name"))).isEqualTo(graph.find(name("models/new/name")));
    assertThat(graph.find(name("models/Old/Name"))).isEqualTo(graph.find(name("models/new/name")));
  }

  @Test
  void aNameOfBeforeIsForgottenWithTheRecordThatTellsIt() {
    GraphSnapshot graph =
        graph(
            renamedFrom("models/old/name", "models/new/name"),
            model("a/child", "old/name"),
            model("new/name"));
    assertThat(GraphText.edges(graph)).containsExactly("old/name -FINETUNE-> a/child");
  }

  @Test
  void aNameThatSeveralHadBeforeMeansTheFirstOfThem() {
    GraphSnapshot graph =
        graph(
            renamedFrom("models/old/name", "models/b/new"),
            renamedFrom("models/old/name", "models/c/new"),
            renamedFrom("models/old/name", "models/a/new"),
            renamed("models/a/new"),
            model("a/child", "old/name"));
    assertThat(GraphText.edges(graph)).containsExactly("b/new -FINETUNE-> a/child");
  }

  @Test
  void aNameOfBeforeThatAnotherArtifactHasNowMeansThatOne() {
    GraphSnapshot graph =
        graph(
            renamedFrom("models/old/name", "models/new/name"),
            renamed("models/old/name"),
            model("old/name"),
            model("a/child", "old/name"));
    assertThat(GraphText.edges(graph)).containsExactly("old/name -FINETUNE-> a/child");
  }

  @Test
  void attributesBelongToTheRecordAndGoWithIt() {
    Attributes facts =
        new Attributes(
            new Profile("fill-mask", "peft", List.of("mit"), List.of("en"), Availability.GATED),
            Optional.of(Instant.parse("2024-07-11T00:00:00Z")));
    RecordTable table = new RecordTable();
    SnapshotBuilder builder = new SnapshotBuilder(table);
    table.put(new ArtifactRecord(name("models/old/name"), List.of(), facts));
    table.put(model("a/child", "old/name"));
    GraphSnapshot before = builder.build(1);
    table.put(renamed("models/old/name"));
    GraphSnapshot after = builder.build(2);
    int node = before.find(name("models/old/name")).orElseThrow();
    assertThat(before.attributes().profile(node)).isEqualTo(facts.profile());
    assertThat(before.attributes().task(node)).isEqualTo("fill-mask");
    assertThat(before.attributes().library(node)).isEqualTo("peft");
    assertThat(before.attributes().licenses(node)).containsExactly("mit");
    assertThat(before.attributes().languages(node)).containsExactly("en");
    assertThat(before.attributes().availability(node)).isEqualTo(Availability.GATED);
    assertThat(before.attributes().createTime(node)).isEqualTo(facts.createTime());
    assertThat(after.isCatalogued(node)).isFalse();
    assertThat(after.attributes().profile(node)).isEqualTo(Profile.UNKNOWN);
    assertThat(after.attributes().createTime(node)).isEmpty();
  }

  @Test
  void onlyModelsHaveLegacyOwners() {
    GraphSnapshot graph =
        graph(
            record("datasets/openai-community/gpt2"),
            record("models/a/child", relation(RelationType.TRAINED_ON, "datasets/gpt2")));
    assertThat(GraphText.nodes(graph)).contains("datasets/gpt2?");
  }

  @Test
  void uncataloguedNamesDifferingInCaseAreOne() {
    GraphSnapshot graph =
        graph(model("a/one", "gone/model"), model("a/two", "Gone/Model"), model("a/gOne"));
    assertThat(GraphText.nodes(graph))
        .containsExactly("models/a/gOne", "models/a/one", "models/a/two", "models/Gone/Model?");
    assertThat(graph.cataloguedCount()).isEqualTo(3);
  }

  @Test
  void selfLoopsAreLeftOutAndCounted() {
    GraphSnapshot graph = graph(model("a/m", "a/m", "A/M", "a/base"));
    assertThat(GraphText.edges(graph)).containsExactly("a/base -FINETUNE-> a/m");
    assertThat(graph.selfLoopCount()).isEqualTo(2);
  }

  @Test
  void parallelEdgesStayAndEqualOnesAreOne() {
    Declaration inferred =
        new Declaration(RelationType.FINETUNE, RelationOrigin.INFERRED, name("models/a/base"));
    GraphSnapshot graph =
        graph(
            record(
                "models/a/child",
                relation(RelationType.MERGE, "models/a/base"),
                relation(RelationType.FINETUNE, "models/a/base"),
                relation(RelationType.FINETUNE, "models/A/base"),
                inferred));
    assertThat(GraphText.edges(graph))
        .containsExactly(
            "A/base -FINETUNE-> a/child", "A/base -MERGE-> a/child", "A/base -FINETUNE*-> a/child");
    assertThat(graph.edgeCount()).isEqualTo(3);
  }

  @Test
  void aNewRecordReplacesDeclarationsAndForgottenNamesGo() {
    RecordTable table = new RecordTable();
    SnapshotBuilder builder = new SnapshotBuilder(table);
    table.put(model("a/child", "a/old"));
    GraphSnapshot before = builder.build(1);
    table.put(model("a/child", "a/new"));
    GraphSnapshot after = builder.build(2);
    assertThat(GraphText.nodes(before)).containsExactly("models/a/child", "models/a/old?");
    assertThat(GraphText.nodes(after)).containsExactly("models/a/child", "models/a/new?");
    assertThat(after.sequence()).isEqualTo(2);
  }

  @Test
  void anArtifactThatArrivesLaterTakesItsReferences() {
    RecordTable table = new RecordTable();
    SnapshotBuilder builder = new SnapshotBuilder(table);
    table.put(model("a/child", "gpt2"));
    GraphSnapshot before = builder.build(1);
    table.put(model("openai-community/gpt2"));
    GraphSnapshot after = builder.build(2);
    assertThat(GraphText.edges(before)).containsExactly("gpt2 -FINETUNE-> a/child");
    assertThat(GraphText.edges(after)).containsExactly("openai-community/gpt2 -FINETUNE-> a/child");
  }

  @Test
  void theEmptyGraphHasNothing() {
    GraphSnapshot graph = GraphSnapshot.empty();
    assertThat(graph.nodeCount()).isZero();
    assertThat(graph.edgeCount()).isZero();
    assertThat(graph.find(name("models/gpt2"))).isEmpty();
  }
}

package dev.clade.lineage.server.export;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.SampleHub;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportScope;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenLineageTest extends ExportServerTest {
  private static final Artifact[] HUB = {
    model("x/base"),
    artifact(
            "models/x/tuned",
            relation(RelationType.RELATION_TYPE_FINETUNE, "models/x/base"),
            relation(RelationType.RELATION_TYPE_MERGE, "models/x/base"),
            relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/glue"),
            relation(RelationType.RELATION_TYPE_PAPER, "papers/2307.09288"))
        .toBuilder()
        .setTask("fill-mask")
        .setCreateTime(Timestamp.newBuilder().setSeconds(1_700_000_000))
        .build(),
    model("x/merged", "x/tuned", "y/other")
  };

  @Test
  void theArtifactAskedForComesFirst() {
    onlyHas(HUB);
    OpenLineage.DatasetEvent first =
        OpenLineageClientUtils.fromJson(
            lines(events("models/x/tuned")).getFirst(), new TypeReference<>() {});
    assertThat(first.getDataset().getNamespace()).isEqualTo("https://huggingface.co");
    assertThat(first.getDataset().getName()).isEqualTo("models/x/tuned");
    assertThat(first.getDataset().getFacets().getDatasetType().getDatasetType()).isEqualTo("MODEL");
    assertThat(first.getEventTime().toInstant()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
  }

  @Test
  void whatWasMadeIsTheOutputOfARun() {
    onlyHas(HUB);
    List<OpenLineage.RunEvent> runs = runs(events("models/x/tuned"));
    assertThat(runs)
        .extracting(run -> run.getJob().getName())
        .containsExactly("models/x/tuned", "models/x/merged");
    OpenLineage.RunEvent tuned = runs.getFirst();
    assertThat(tuned.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.COMPLETE);
    assertThat(tuned.getOutputs())
        .extracting(OpenLineage.OutputDataset::getName)
        .containsExactly("models/x/tuned");
    assertThat(tuned.getInputs())
        .extracting(OpenLineage.InputDataset::getName)
        .containsExactly("datasets/glue", "models/x/base");
    assertThat(tuned.getRun().getRunId().version()).isEqualTo(7);
    assertThat(tuned.getProducer()).hasToString("https://clade.dev/lineage");
  }

  @Test
  void relationsAreFacetsOfInputs() throws Exception {
    onlyHas(HUB);
    JsonNode run =
        OpenLineageClientUtils.newObjectMapper().readTree(lines(events("models/x/tuned")).get(1));
    assertThat(run.at("/inputs/1/inputFacets/clade_relation/relations"))
        .hasToString(
            """
            [{"type":"finetune","origin":"declared"},{"type":"merge","origin":"declared"}]""");
    assertThat(run.at("/inputs/0/facets/clade_artifact/catalogued")).hasToString("false");
    assertThat(run.at("/outputs/0/facets/clade_artifact/task")).hasToString("\"fill-mask\"");
    assertThat(run.at("/run/facets/clade_export/snapshot_sequence")).hasToString("3");
    assertThat(run.at("/run/facets/clade_export").has("truncation")).isFalse();
  }

  @Test
  void aRunIsWholeWhereTheExportIsNot() {
    onlyHas(HUB);
    List<OpenLineage.RunEvent> runs =
        runs(events("models/x/tuned").setScope(ExportScope.EXPORT_SCOPE_DOWNSTREAM));
    assertThat(runs).hasSize(1);
    assertThat(runs.getFirst().getInputs())
        .extracting(OpenLineage.InputDataset::getName)
        .containsExactly("models/x/tuned", "models/y/other");
  }

  @Test
  void anUnknownTimeIsTheEpoch() {
    onlyHas(HUB);
    assertThat(runs(events("models/x/merged").setMaxDepth(1)))
        .extracting(OpenLineage.RunEvent::getEventTime)
        .containsExactly(Instant.EPOCH.atZone(ZoneOffset.UTC));
  }

  @Test
  void everyEventOfACutExportSaysSo() throws Exception {
    onlyHas(HUB);
    List<String> lines = lines(events("models/x/merged").setMaxDepth(1));
    assertThat(lines).hasSize(2).allMatch(line -> line.contains("\"truncation\":\"max_depth\""));
    assertThat(lines(events("models/x/base").setMaxNodes(1)))
        .singleElement()
        .asString()
        .contains("\"truncation\":\"max_nodes\"");
  }

  @Test
  void runsOfTheSameSnapshotAreTheSame() {
    onlyHas(HUB);
    Document first = document(events("models/x/tuned"));
    assertThat(document(events("models/x/tuned"))).isEqualTo(first);
    catalogue.store(model("x/new"));
    awaitApplied(HUB.length + 1);
    assertThat(first.text())
        .doesNotContain(runs(events("models/x/tuned")).getFirst().getRun().getRunId().toString());
  }

  @Test
  void theLibraryReadsEveryRunOfTheSampleHub() {
    List<Artifact> sample = SampleHub.models();
    onlyHas(sample.toArray(Artifact[]::new));
    List<OpenLineage.RunEvent> runs =
        runs(events("models/mistralai/Mistral-7B-v0.1").setScope(ExportScope.EXPORT_SCOPE_FAMILY));
    assertThat(runs).hasSize(30);
  }

  private List<OpenLineage.RunEvent> runs(ExportLineageRequest.Builder request) {
    return lines(request).stream().skip(1).map(OpenLineageClientUtils::runEventFromJson).toList();
  }

  private List<String> lines(ExportLineageRequest.Builder request) {
    return document(request).text().lines().toList();
  }

  private static ExportLineageRequest.Builder events(String name) {
    return request(name, ExportFormat.EXPORT_FORMAT_OPENLINEAGE_JSON);
  }
}

package dev.clade.lineage.server.export;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.SampleHub;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportLineageRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CycloneDxTest extends ExportServerTest {
  private static final Artifact ROOT =
      model("meta-llama/Llama-2-7b-hf").toBuilder()
          .setTask("text-generation")
          .setLibrary("transformers")
          .addLicenses("llama2")
          .setAvailability(Availability.AVAILABILITY_GATED)
          .build();
  private static final Artifact CHILD =
      artifact(
          "models/ada/child",
          relation(RelationType.RELATION_TYPE_FINETUNE, "models/meta-llama/Llama-2-7b-hf"),
          relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/glue"),
          relation(RelationType.RELATION_TYPE_PAPER, "papers/2307.09288"));
  private static final Artifact MERGED =
      artifact(
              "models/Merged",
              relation(RelationType.RELATION_TYPE_MERGE, "models/ada/child"),
              relation(RelationType.RELATION_TYPE_MERGE, "models/gone/away"))
          .toBuilder()
          .setTask("text-generation")
          .addLicenses("Apache-2.0")
          .addLicenses("gpl-3.0")
          .addLicenses("other")
          .build();

  @Test
  void aBillListsWhatAModelWasMadeFrom() throws Exception {
    onlyHas(ROOT, CHILD, MERGED);
    Document document = document(bill("models/Merged"));
    assertThat(document.header().getMediaType())
        .isEqualTo("application/vnd.cyclonedx+json; version=1.6");
    assertThat(document.header().getFileName()).isEqualTo("Merged.cdx.json");
    assertThat(document.header().getSnapshotSequence()).isEqualTo(3);
    assertThat(new JsonParser().validate(document.content().toByteArray(), Version.VERSION_16))
        .isEmpty();
    Bom bom = new JsonParser().parse(document.content().toByteArray());

    Component subject = bom.getMetadata().getComponent();
    assertThat(subject.getType()).isEqualTo(Component.Type.MACHINE_LEARNING_MODEL);
    assertThat(subject.getPurl()).isEqualTo("pkg:huggingface/Merged");
    assertThat(subject.getPedigree().getAncestors().getComponents())
        .extracting(Component::getPurl)
        .containsExactly(
            "pkg:huggingface/ada/child",
            "pkg:huggingface/gone/away",
            "pkg:huggingface/meta-llama/Llama-2-7b-hf");
    assertThat(bom.getComponents())
        .extracting(Component::getBomRef)
        .containsExactly(
            "models/ada/child",
            "models/gone/away",
            "datasets/glue",
            "models/meta-llama/Llama-2-7b-hf");
    assertThat(bom.getComponents().get(2).getType()).isEqualTo(Component.Type.DATA);
    assertThat(document.text()).doesNotContain("timestamp");
  }

  @Test
  void licensesAreNamedBySpdxWhereItHasThem() {
    onlyHas(ROOT, CHILD, MERGED);
    JsonNode bill = checked(bill("models/Merged"));
    assertThat(bill.at("/metadata/component/licenses").findValuesAsText("id"))
        .containsExactly("Apache-2.0", "GPL-3.0");
    assertThat(bill.at("/metadata/component/licenses").findValuesAsText("name"))
        .containsExactly("other");
    assertThat(component(bill, "models/meta-llama/Llama-2-7b-hf").at("/licenses/0/license/name"))
        .hasToString("\"llama2\"");
    assertThat(component(bill, "models/ada/child").has("licenses")).isFalse();
  }

  @Test
  void relationsAreTypedPropertiesAndDependencies() {
    onlyHas(
        ROOT,
        CHILD.toBuilder()
            .addRelations(
                relation(RelationType.RELATION_TYPE_MERGE, "models/x/found").toBuilder()
                    .setOrigin(RelationOrigin.RELATION_ORIGIN_INFERRED))
            .build(),
        MERGED);
    JsonNode bill = checked(bill("models/Merged"));
    assertThat(properties(bill.at("/metadata/component")))
        .contains(
            entry("clade:relation:merge", List.of("models/ada/child", "models/gone/away")),
            entry("clade:generation", List.of("0")));
    JsonNode child = component(bill, "models/ada/child");
    assertThat(properties(child))
        .contains(
            entry("clade:relation:finetune", List.of("models/meta-llama/Llama-2-7b-hf")),
            entry("clade:relation:trained_on", List.of("datasets/glue")),
            entry("clade:relation:merge:inferred", List.of("models/x/found")),
            entry("clade:generation", List.of("-1")));
    assertThat(child.at("/modelCard/modelParameters/datasets/0/ref"))
        .hasToString("\"datasets/glue\"");
    // The paper is no material.
    assertThat(bill.at("/dependencies/1/dependsOn"))
        .extracting(JsonNode::asText)
        .containsExactly("datasets/glue", "models/meta-llama/Llama-2-7b-hf", "models/x/found");
  }

  @Test
  void whatTheCatalogueLacksIsThereAndMarked() {
    onlyHas(ROOT, CHILD, MERGED);
    JsonNode bill = checked(bill("models/Merged"));
    assertThat(properties(component(bill, "models/gone/away")))
        .contains(entry("clade:catalogued", List.of("false")))
        .doesNotContainKey("clade:availability");
    assertThat(properties(component(bill, "models/meta-llama/Llama-2-7b-hf")))
        .contains(
            entry("clade:catalogued", List.of("true")),
            entry("clade:availability", List.of("gated")),
            entry("clade:library", List.of("transformers")));
  }

  @Test
  void aCircleIsListedOnce() {
    onlyHas(model("x/a", "x/b"), model("x/b", "x/c"), model("x/c", "x/a"));
    JsonNode bill = checked(bill("models/x/a"));
    assertThat(bill.at("/metadata/component/pedigree/ancestors").findValuesAsText("purl"))
        .containsExactly("pkg:huggingface/x/b", "pkg:huggingface/x/c");
  }

  @Test
  void aModelMadeFromNothingHasABill() {
    onlyHas(model("x/alone"));
    JsonNode bill = checked(bill("models/x/alone"));
    assertThat(bill.at("/metadata/component").has("pedigree")).isFalse();
    assertThat(bill.at("/compositions/0/aggregate")).hasToString("\"unknown\"");
  }

  @Test
  void anyNameIsEscaped() {
    String odd = "models/x/\"<&>\\ \u0001é%2F?#";
    onlyHas(
        artifact(
            odd,
            relation(RelationType.RELATION_TYPE_FINETUNE, "models/../x"),
            relation(RelationType.RELATION_TYPE_FINETUNE, "models/owner/")));
    JsonNode bill = checked(bill(odd));
    assertThat(bill.at("/metadata/component/bom-ref").asText()).isEqualTo(odd);
    assertThat(bill.at("/metadata/component").has("purl")).isFalse();
    assertThat(bill.at("/metadata/component/externalReferences/0/url").asText())
        .isEqualTo("https://huggingface.co/x/%22%3C&%3E%5C%20%01%C3%A9%252F%3F%23");
    assertThat(component(bill, "models/../x").has("purl")).isFalse();
    assertThat(component(bill, "models/owner/").get("name").asText()).isEqualTo("owner/");
  }

  @Test
  void aCutBillIsIncomplete() {
    onlyHas(ROOT, CHILD, MERGED);
    cut(bill("models/Merged").setMaxNodes(2), "max_nodes", "2");
    cut(bill("models/Merged").setMaxDepth(1), "max_depth", "1");
  }

  @Test
  void theSerialNumberStandsForTheQuestionAndTheSnapshot() {
    onlyHas(ROOT, CHILD, MERGED);
    Document first = document(bill("models/Merged"));
    assertThat(document(bill("models/merged"))).isEqualTo(first);
    JsonNode serial = checked(bill("models/Merged").setMaxDepth(3)).get("serialNumber");
    assertThat(first.text()).doesNotContain(serial.asText());
  }

  @Test
  void everyModelOfTheSampleHubHasAValidBill() {
    List<Artifact> sample = SampleHub.models();
    onlyHas(sample.toArray(Artifact[]::new));
    for (Artifact model : sample) {
      JsonNode bill = checked(bill(model.getName()));
      assertThat(names(bill.at("/metadata/component/pedigree/ancestors")))
          .isEqualTo(SampleHub.ancestors(model));
    }
  }

  private void cut(ExportLineageRequest.Builder request, String reason, String frontierCount) {
    Document document = document(request);
    assertThat(document.header().hasTruncation()).isTrue();
    JsonNode bill = BillChecks.check(document.text());
    assertThat(bill.at("/compositions/0/aggregate")).hasToString("\"incomplete\"");
    assertThat(properties(bill.get("metadata")))
        .containsEntry("clade:truncation", List.of(reason))
        .containsEntry("clade:truncation:frontier_count", List.of(frontierCount));
  }

  private JsonNode checked(ExportLineageRequest.Builder request) {
    return BillChecks.check(document(request).text());
  }

  private static ExportLineageRequest.Builder bill(String name) {
    return request(name, ExportFormat.EXPORT_FORMAT_CYCLONEDX_JSON);
  }

  private static JsonNode component(JsonNode bill, String reference) {
    for (JsonNode component : bill.get("components")) {
      if (component.get("bom-ref").asText().equals(reference)) {
        return component;
      }
    }
    throw new AssertionError("no component " + reference);
  }

  private static Set<String> names(JsonNode ancestors) {
    Set<String> names = new HashSet<>();
    ancestors.forEach(ancestor -> names.addAll(properties(ancestor).get("clade:ref")));
    return names;
  }

  private static Map<String, List<String>> properties(JsonNode owner) {
    Map<String, List<String>> properties = new TreeMap<>();
    for (JsonNode property : owner.get("properties")) {
      properties
          .computeIfAbsent(property.get("name").asText(), _ -> new ArrayList<>())
          .add(property.get("value").asText());
    }
    return properties;
  }
}

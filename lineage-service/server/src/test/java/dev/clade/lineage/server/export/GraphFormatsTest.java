package dev.clade.lineage.server.export;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportScope;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** DOT, GraphML and JSON. */
@QuarkusTest
class GraphFormatsTest extends ExportServerTest {
  private static final String ODD = "models/x/\"<&>\\N\\ \u0001\né";
  private static final Artifact[] HUB = {
    model("x/base").toBuilder()
        .setTask("fill-mask")
        .addLicenses("mit")
        .addLicenses("other")
        .build(),
    artifact(
        "models/x/tuned",
        relation(RelationType.RELATION_TYPE_FINETUNE, "models/x/base"),
        relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/glue")),
    model("x/merged", "x/tuned", "y/other")
  };

  @Test
  void aDotGraphHasNodesAndTypedEdges() {
    onlyHas(HUB);
    Document document = document(dot("models/x/tuned"));
    assertThat(document.header().getMediaType()).isEqualTo("text/vnd.graphviz; charset=utf-8");
    assertThat(document.header().getFileName()).isEqualTo("x-tuned.dot");
    assertThat(document.text())
        .isEqualTo(
            """
            digraph "models/x/tuned" {
              comment="lineage of models/x/tuned at change 3";
              node [shape=box];
              "models/x/tuned" [label="x/tuned", generation=0, kind="model", catalogued="true"];
              "datasets/glue" [label="glue", generation=-1, kind="dataset", catalogued="false", style=dashed];
              "models/x/base" [label="x/base", generation=-1, kind="model", catalogued="true", task="fill-mask", licenses="mit,other"];
              "models/x/merged" [label="x/merged", generation=1, kind="model", catalogued="true"];
              "datasets/glue" -> "models/x/tuned" [label="trained_on", type="trained_on", origin="declared"];
              "models/x/base" -> "models/x/tuned" [label="finetune", type="finetune", origin="declared"];
              "models/x/tuned" -> "models/x/merged" [label="finetune", type="finetune", origin="declared"];
            }
            """);
  }

  @Test
  void aDotNameNeitherEndsItsTextNorMeansSomethingElse() {
    onlyHas(
        model("x/base"), artifact(ODD, relation(RelationType.RELATION_TYPE_MERGE, "models/x\\")));
    assertThat(document(dot(ODD)).text())
        .contains("\n  \"models/x/\\\"<&>\\\\N\\\\ \ufffd\ufffdé\" [label=")
        .contains("\n  \"models/x\\\\\" -> \"models/x/\\\"<&>\\\\N");
  }

  @Test
  void graphMlHasDeclaredData() throws Exception {
    onlyHas(HUB);
    Document document = document(graphMl("models/x/tuned"));
    assertThat(document.header().getFileName()).isEqualTo("x-tuned.graphml");
    Element root = xml(document);
    assertThat(attributes(root, "data", "key")).isSubsetOf(attributes(root, "key", "id"));
    assertThat(attributes(root, "node", "id")).containsExactly("n0", "n1", "n2", "n3");
    assertThat(attributes(root, "edge", "source")).containsExactly("n1", "n2", "n0");
    assertThat(attributes(root, "edge", "target")).containsExactly("n0", "n0", "n3");
    assertThat(data(root, "node.name"))
        .containsExactly("models/x/tuned", "datasets/glue", "models/x/base", "models/x/merged");
    assertThat(data(root, "node.generation")).containsExactly("0", "-1", "-1", "1");
    assertThat(data(root, "node.licenses")).containsExactly("mit,other");
    assertThat(data(root, "edge.type")).containsExactly("trained_on", "finetune", "finetune");
    assertThat(data(root, "graph.truncation")).isEmpty();
  }

  @Test
  void anyNameIsXml() throws Exception {
    onlyHas(
        model("x/base"),
        artifact(ODD, relation(RelationType.RELATION_TYPE_MERGE, "models/x/base")));
    assertThat(data(xml(document(graphMl(ODD))), "node.name").getFirst())
        .isEqualTo("models/x/\"<&>\\N\\ \ufffd\ufffdé");
  }

  @Test
  void jsonHasNodesAndLinks() throws Exception {
    onlyHas(HUB);
    JsonNode graph = json(json("models/x/tuned"));
    assertThat(graph.get("graph"))
        .hasToString(
            """
            {"name":"models/x/tuned","scope":"lineage","snapshot_sequence":3,"truncation":null}""");
    assertThat(graph.at("/nodes/2"))
        .hasToString(
            """
            {"id":"models/x/base","generation":-1,"kind":"model","catalogued":true,"task":"fill-mask",\
            "licenses":["mit","other"]}""");
    assertThat(graph.at("/edges/0"))
        .hasToString(
            """
            {"source":"datasets/glue","target":"models/x/tuned","type":"trained_on",\
            "origin":"declared"}""");
  }

  @Test
  void aFamilyIsDrawnFromItsRoots() throws Exception {
    onlyHas(HUB);
    JsonNode graph = json(json("models/x/tuned").setScope(ExportScope.EXPORT_SCOPE_FAMILY));
    assertThat(graph.get("nodes").findValuesAsText("id"))
        .containsExactly("models/x/base", "models/x/tuned", "models/x/merged");
    assertThat(graph.get("nodes").findValuesAsText("generation")).containsExactly("0", "1", "2");
    assertThat(graph.at("/graph/name").asText()).isEqualTo("models/x/tuned");
  }

  @Test
  void aCutGraphSaysSoInEachFormat() throws Exception {
    onlyHas(HUB);
    String sentence = "Incomplete: cut at max_nodes; there is more beyond 1 of the artifacts.";
    assertThat(document(dot("models/x/base").setMaxNodes(2)).text())
        .contains("comment=\"lineage of models/x/base at change 3. " + sentence + "\";")
        .contains("label=\"" + sentence + "\";");
    assertThat(data(xml(document(graphMl("models/x/base").setMaxNodes(2))), "graph.truncation"))
        .containsExactly(sentence);
    assertThat(json(json("models/x/base").setMaxNodes(2)).at("/graph/truncation"))
        .hasToString(
            """
            {"reason":"max_nodes","frontier":["models/x/tuned"],"total_frontier_count":1}""");
  }

  private JsonNode json(ExportLineageRequest.Builder request) throws Exception {
    return new ObjectMapper().readTree(document(request).text());
  }

  private static Element xml(Document document) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document.content().toByteArray()))
        .getDocumentElement();
  }

  private static List<String> attributes(Element root, String element, String attribute) {
    return elements(root, element).stream().map(found -> found.getAttribute(attribute)).toList();
  }

  private static List<String> data(Element root, String key) {
    return elements(root, "data").stream()
        .filter(data -> data.getAttribute("key").equals(key))
        .map(Element::getTextContent)
        .toList();
  }

  private static List<Element> elements(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static ExportLineageRequest.Builder dot(String name) {
    return request(name, ExportFormat.EXPORT_FORMAT_GRAPHVIZ_DOT);
  }

  private static ExportLineageRequest.Builder graphMl(String name) {
    return request(name, ExportFormat.EXPORT_FORMAT_GRAPHML);
  }

  private static ExportLineageRequest.Builder json(String name) {
    return request(name, ExportFormat.EXPORT_FORMAT_JSON);
  }
}

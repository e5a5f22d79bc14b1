package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object has the shape that Kubernetes' schemas, and those of custom resources, ask for. */
class SchemaTest {
  private static final Schemas SCHEMAS = new Schemas();
  private static Map<String, RenderedManifests> rendered;

  @BeforeAll
  static void render() {
    rendered = ConventionsTest.renderings();
  }

  @Test
  void everyObjectIsOfItsSchema() {
    Map<String, String> faults = new TreeMap<>();
    rendered.forEach(
        (folder, manifests) ->
            documents(manifests)
                .forEach(
                    object ->
                        SCHEMAS
                            .fault(object)
                            .ifPresent(fault -> faults.put(folder + ": " + name(object), fault))));
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsFound(String object, Consumer<ObjectNode> mistake) {
    ObjectNode found =
        documents(rendered.get("overlays/prod")).stream()
            .filter(document -> name(document).equals(object))
            .map(ObjectNode.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(SCHEMAS.fault(found)).isEmpty();
    mistake.accept(found);
    assertThat(SCHEMAS.fault(found)).isPresent();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("Deployment/clade-valuation", o -> at(o, "/spec").put("replicsa", 1)),
        mistake("Deployment/clade-valuation", o -> at(o, "/spec").remove("selector")),
        mistake(
            "Deployment/clade-valuation",
            o -> at(o, "/spec/template/spec/containers/0/livenessProbe/httpGet").put("pth", "/")),
        mistake(
            "StatefulSet/clade-ingest",
            o -> at(o, "/spec/template/spec/securityContext").put("runAsNonRoot", "yes")),
        mistake("Job/clade-ingest-migration", o -> o.put("kind", "Jbo")),
        mistake("PodDisruptionBudget/clade-lineage", o -> o.put("apiVersion", "policy/v1beta9")),
        mistake("NetworkPolicy/ingest", o -> at(o, "/spec/egress/0").put("protocol", "TCP")),
        mistake("ServiceMonitor/clade-ingest", o -> at(o, "/spec/endpoints/0").put("pth", "/")),
        mistake("Certificate/clade-ingest", o -> at(o, "/spec").put("dnsName", "clade")),
        mistake("PrometheusRule/clade-platform", o -> at(o, "/spec/groups/0").put("rule", 1)));
  }

  private static List<JsonNode> documents(RenderedManifests manifests) {
    YAMLMapper yaml = new YAMLMapper();
    return Stream.of(manifests.yaml().split("(?m)^---$"))
        .map(
            document -> {
              try {
                return yaml.readTree(document);
              } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalArgumentException(e);
              }
            })
        .toList();
  }

  private static String name(JsonNode object) {
    return object.path("kind").asText() + "/" + object.path("metadata").path("name").asText();
  }

  private static ObjectNode at(ObjectNode object, String path) {
    return (ObjectNode) object.at(path);
  }

  private static Arguments mistake(String object, Consumer<ObjectNode> mistake) {
    return Arguments.of(object, mistake);
  }
}

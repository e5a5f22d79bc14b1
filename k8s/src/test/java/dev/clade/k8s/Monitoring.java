package dev.clade.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rules and dashboards of the component for monitoring. */
final class Monitoring {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RenderedManifests manifests = RenderedManifests.withComponents("monitoring");

  /** Returns alerts and recordings. */
  List<Rule> rules() {
    return manifests.ofType(PrometheusRule.class).stream()
        .flatMap(object -> object.getSpec().getGroups().stream())
        .flatMap(group -> group.getRules().stream())
        .toList();
  }

  /** Returns the alerts. */
  List<Rule> alerts() {
    return rules().stream().filter(rule -> rule.getAlert() != null).toList();
  }

  /** Returns the dashboards by the names of their files. */
  Map<String, JsonNode> dashboards() {
    Map<String, JsonNode> dashboards = new TreeMap<>();
    manifests
        .named(ConfigMap.class, "clade-dashboards")
        .getData()
        .forEach(
            (name, text) -> {
              try {
                dashboards.put(name, JSON.readTree(text));
              } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
              }
            });
    return dashboards;
  }

  /** Returns every query of rules and dashboards. */
  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    rules().forEach(rule -> queries.add(new Query(rule.getExpr().getStrVal())));
    dashboards()
        .values()
        .forEach(
            dashboard ->
                dashboard
                    .findValuesAsText("expr")
                    .forEach(
                        text -> queries.add(new Query(text.replace("$__rate_interval", "5m")))));
    return queries;
  }

  /** Returns the metrics that rules record. */
  Set<String> recorded() {
    return rules().stream()
        .map(Rule::getRecord)
        .filter(java.util.Objects::nonNull)
        .collect(java.util.stream.Collectors.toSet());
  }

  /** Writes the rules as Prometheus reads them, without the operator. */
  Path writeRules() {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode groups = file.putArray("groups");
    manifests.ofType(PrometheusRule.class).stream()
        .flatMap(object -> object.getSpec().getGroups().stream())
        .forEach(group -> groups.add(JSON.valueToTree(group)));
    return write("rules.json", file);
  }

  /** Writes the queries of dashboards as rules, so that the same program reads them. */
  Path writeQueries() {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode rules = file.putArray("groups").addObject().put("name", "queries").putArray("rules");
    int number = 0;
    for (Query query : queries()) {
      rules.addObject().put("record", "query:" + number++).put("expr", query.text());
    }
    return write("queries.json", file);
  }

  private static Path write(String name, JsonNode content) {
    try {
      return Files.writeString(Path.of("target", name), content.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.clade.lineage.graph.license;

import static dev.clade.lineage.graph.testing.Records.graph;
import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static dev.clade.lineage.graph.testing.Records.record;
import static dev.clade.lineage.graph.testing.Records.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.license.Obligations.Unclear;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Truncation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ObligationsTest {
  private static final LicenseTable TABLE = LicenseTable.shipped();

  /** llama -> {chat, code} -> merged -> mine, which was trained on data too. */
  private final GraphSnapshot graph =
      graph(
          model("x/llama"),
          model("x/chat", "x/llama"),
          model("x/code", "x/llama"),
          model("x/merged", "x/chat", "x/code", "x/lost"),
          record(
              "models/x/mine",
              relation(RelationType.QUANTIZED, "models/x/merged"),
              relation(RelationType.TRAINED_ON, "datasets/x/data")),
          record("datasets/x/data"));

  private final Map<String, List<String>> licenses =
      Map.of(
          "models/x/llama", List.of("llama2"),
          "models/x/chat", List.of("mit"),
          "models/x/code", List.of("mit", "other"),
          "models/x/mine", List.of("apache-2.0"),
          "models/x/merged", List.of("apache-2.0"),
          "datasets/x/data", List.of("cc-by-sa-4.0"));

  @Test
  void eachTermOfEachLicenseComesOnceByTheShortestWay() {
    Obligations found = obligations(RelationFilter.DERIVATIONS, 100);
    assertThat(found.obligations().stream().map(this::text))
        .containsExactly(
            "ATTRIBUTION of apache-2.0:",
            "LICENSE_COPY of apache-2.0:",
            "STATE_CHANGES of apache-2.0:",
            "ATTRIBUTION of mit: x/chat -> x/merged -> x/mine",
            "LICENSE_COPY of mit: x/chat -> x/merged -> x/mine",
            "ATTRIBUTION of llama2: x/llama -> x/chat -> x/merged -> x/mine",
            "LICENSE_COPY of llama2: x/llama -> x/chat -> x/merged -> x/mine",
            "USER_LIMIT of llama2: x/llama -> x/chat -> x/merged -> x/mine",
            "NO_COMPETING_MODELS of llama2: x/llama -> x/chat -> x/merged -> x/mine",
            "USE_RESTRICTIONS of llama2: x/llama -> x/chat -> x/merged -> x/mine");
    assertThat(found.unclear().stream().map(this::text))
        .containsExactly("[other] x/code -> x/merged -> x/mine", "[] x/lost -> x/merged -> x/mine");
    assertThat(found.truncation()).isEmpty();
  }

  @Test
  void passesOnAlongTheRelationsAskedForOnly() {
    assertThat(licensesOf(obligations(RelationFilter.ALL, 100))).contains("cc-by-sa-4.0", "llama2");
    assertThat(licensesOf(obligations(RelationFilter.of(List.of(RelationType.TRAINED_ON)), 100)))
        .containsExactlyInAnyOrder("apache-2.0", "cc-by-sa-4.0");
  }

  @Test
  void aCutAnswerSaysWhere() {
    Obligations found = obligations(RelationFilter.DERIVATIONS, 2);
    assertThat(licensesOf(found)).containsExactly("apache-2.0");
    Truncation cut = found.truncation().orElseThrow();
    assertThat(cut.reason()).isEqualTo(Truncation.Reason.MAX_NODES);
    assertThat(cut.frontier().toIntArray()).containsExactly(node("models/x/merged"));
  }

  @Test
  void aCircleEnds() {
    GraphSnapshot circle = graph(model("x/a", "x/b"), model("x/b", "x/a"));
    Obligations found =
        Obligations.of(circle, 0, unused -> List.of("mit"), TABLE, RelationFilter.DERIVATIONS, 100);
    assertThat(found.obligations()).hasSize(2);
  }

  private Obligations obligations(RelationFilter relations, int maxNodes) {
    return Obligations.of(
        graph,
        node("models/x/mine"),
        node -> licenses.getOrDefault(graph.name(node).toString(), List.of()),
        TABLE,
        relations,
        maxNodes);
  }

  private static List<String> licensesOf(Obligations found) {
    return found.obligations().stream().map(each -> each.license().id()).distinct().toList();
  }

  private int node(String resourceName) {
    return graph.find(name(resourceName)).orElseThrow();
  }

  private String text(Obligation obligation) {
    String end = obligation.path().isEmpty() ? "" : " " + path(obligation.path());
    return "%s of %s:%s".formatted(obligation.term(), obligation.license().id(), end);
  }

  private String text(Unclear unclear) {
    return "%s %s".formatted(unclear.unknown(), path(unclear.path()));
  }

  private String path(List<Edge> edges) {
    return edges.stream()
            .map(edge -> graph.name(edge.upstream()).id() + " -> ")
            .collect(Collectors.joining())
        + "x/mine";
  }
}

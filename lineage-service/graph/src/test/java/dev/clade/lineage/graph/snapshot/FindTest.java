package dev.clade.lineage.graph.snapshot;

import static dev.clade.lineage.graph.testing.Records.graph;
import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindTest {
  private final GraphSnapshot graph =
      graph(
          model("openai-community/gpt2"),
          model("a/M"),
          model("a/m"),
          model("b/child", "gone/model", "gone"));

  @Test
  void findsExactlyThenRegardlessOfCase() {
    assertThat(found("models/a/m")).isEqualTo("models/a/m");
    assertThat(found("models/A/m")).isEqualTo("models/a/M");
    assertThat(found("models/B/CHILD")).isEqualTo("models/b/child");
  }

  @Test
  void findsLegacyNamesAndUncataloguedOnes() {
    assertThat(found("models/GPT2")).isEqualTo("models/openai-community/gpt2");
    assertThat(found("models/gone/Model")).isEqualTo("models/gone/model");
    assertThat(found("models/Gone")).isEqualTo("models/gone");
  }

  @Test
  void findsNothingElse() {
    assertThat(graph.find(name("models/a/mm"))).isEmpty();
    assertThat(graph.find(name("datasets/a/m"))).isEmpty();
    assertThat(graph.find(name("models/zzz"))).isEmpty();
  }

  @Test
  void lowerBoundIsTheFirstNodeNotBeforeAName() {
    assertThat(graph.lowerBound(name("datasets/a"))).isZero();
    assertThat(graph.lowerBound(name("models/a/m"))).isEqualTo(1);
    assertThat(graph.lowerBound(name("models/a/n"))).isEqualTo(2);
    assertThat(graph.lowerBound(name("spaces/a"))).isEqualTo(graph.nodeCount());
  }

  private String found(String resourceName) {
    return graph.name(graph.find(name(resourceName)).orElseThrow()).toString();
  }
}

package dev.clade.lineage.ecosystem.maintenance.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.maintenance.bayes.DynamicNetwork.Condition;
import dev.clade.lineage.ecosystem.maintenance.bayes.DynamicNetwork.Edge;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicNetworkTest {
  /**
   * By hand: one variable in 40 steps, of 20 with it 15 have it again, of 20 without it 5. Without
   * an edge, both values are as likely: 40 ln ½ − ½ ln 40. With it, 2 (15 ln ¾ + 5 ln ¼) − ln 40.
   */
  @Test
  void oneVariable() {
    BinaryTable table = new BinaryTable(2, new long[] {15, 5, 5, 15});
    DynamicNetwork found = DynamicNetwork.of(table, true);
    double none = 40 * Math.log(.5) - Math.log(40) / 2;
    double score = 2 * (15 * Math.log(.75) + 5 * Math.log(.25)) - Math.log(40);
    assertThat(found.scoreWithoutEdges()).isCloseTo(none, within(1e-12));
    assertThat(found.score()).isCloseTo(score, within(1e-12));
    Edge edge = found.edges().getFirst();
    assertThat(found.edges()).hasSize(1);
    assertThat(edge.gain()).isCloseTo(score - none, within(1e-12));
    assertThat(edge).isEqualTo(new Edge(0, 1, edge.gain(), .75, .25));
    assertThat(found.conditions(table, 1))
        .containsExactly(new Condition(1, 1, 0, 20, .25), new Condition(1, 1, 1, 20, .75));
  }

  /** 11 of 20 against 9 of 20 are worth less than half of ln 40. */
  @Test
  void whatChanceExplainsHasNoEdge() {
    BinaryTable table = new BinaryTable(2, new long[] {11, 9, 9, 11});
    DynamicNetwork found = DynamicNetwork.of(table, true);
    assertThat(found.edges()).isEmpty();
    assertThat(found.score()).isEqualTo(found.scoreWithoutEdges());
    assertThat(found.conditions(table, 1)).containsExactly(new Condition(1, 0, 0, 40, .5));
  }

  /** Two variables that are always the same depend on each other, in one direction only. */
  @Test
  void noCircles() {
    long[] counts = new long[16];
    counts[0b0000] = 50;
    counts[0b1100] = 50;
    DynamicNetwork found = DynamicNetwork.of(new BinaryTable(4, counts), true);
    assertThat(found.edges()).hasSize(1);
    assertThat(found.edges().getFirst().from() + found.edges().getFirst().to()).isEqualTo(5);
    assertThat(DynamicNetwork.of(new BinaryTable(4, counts), false).edges()).isEmpty();
  }

  @Test
  void nothing() {
    DynamicNetwork found = DynamicNetwork.of(new BinaryTable(4, new long[16]), true);
    assertThat(found).isEqualTo(new DynamicNetwork(List.of(), 0, 0));
  }

  /** Against every set of parents and every order, tried by {@code dynamic_network.py}. */
  @Test
  void theBestOfAll() {
    JsonNode answers =
        Answers.read("/dev/clade/lineage/ecosystem/maintenance/network_of_patterns.json");
    long[] counts = new long[64];
    for (JsonNode each : answers.get("patterns")) {
      counts[bits(each.get(0))] = each.get(1).asLong();
    }
    BinaryTable table = new BinaryTable(6, counts);
    for (JsonNode each : answers.get("families")) {
      int parents = 0;
      for (JsonNode parent : each.get("parents")) {
        parents |= 1 << parent.asInt();
      }
      assertThat(table.score(each.get("child").asInt(), parents))
          .isCloseTo(each.get("score").asDouble(), within(1e-8));
    }
    DynamicNetwork found = DynamicNetwork.of(table, true);
    assertThat(found.score()).isCloseTo(answers.get("bestScore").asDouble(), within(1e-8));
    assertThat(found.parents(3)).isEqualTo(0b000011);
    assertThat(found.parents(4)).isEqualTo(0b001010);
    assertThat(found.parents(5)).isZero();
    DynamicNetwork before = DynamicNetwork.of(table, false);
    assertThat(before.score()).isCloseTo(answers.get("bestScoreOfBefore").asDouble(), within(1e-8));
    assertThat(before.parents(4)).isEqualTo(0b000011);
  }

  @Test
  void countsOfAnotherSize() {
    assertThatThrownBy(() -> new BinaryTable(2, new long[3]))
        .hasMessage("3 counts are not those of 2 variables");
  }

  private static int bits(JsonNode pattern) {
    int bits = 0;
    for (int i = 0; i < pattern.size(); i++) {
      bits |= pattern.get(i).asInt() << i;
    }
    return bits;
  }
}

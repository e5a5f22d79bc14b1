package dev.clade.lineage.ecosystem.network.coreperiphery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.network.Networks;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CorePeripheryTest {
  private static final int NODES = 9;

  @Property(tries = 200)
  void noOtherCoreFitsBetter(@ForAll @Size(max = 30) Set<@IntRange(max = 143) Integer> pairs) {
    UndirectedGraph graph = Networks.ofPairs(NODES, withoutReverses(pairs));
    DiscreteCore core = DiscreteCore.of(graph);
    long fewest =
        IntStream.range(0, 1 << NODES)
            .mapToLong(members -> errors(graph, BitSet.valueOf(new long[] {members})))
            .min()
            .orElseThrow();
    assertThat(core.errors()).isEqualTo(fewest).isEqualTo(errors(graph, core.members()));
  }

  /** A core of three tied to each other, each with two nodes of its own. */
  @Test
  void threeMethodsFindAPlantedCore() {
    UndirectedGraph graph = Networks.ofPairs(9, Set.of(1, 2, 18, 3, 4, 21, 22, 39, 40));
    CorePeriphery found = CorePeriphery.of(graph);
    BitSet core = BitSet.valueOf(new long[] {0b111});
    assertThat(found.discrete().members()).isEqualTo(core);
    assertThat(found.discrete().errors()).isZero();
    assertThat(found.continuous().highest(3)).isEqualTo(core);
    assertThat(found.cores().innermost()).isEqualTo(core);
    assertThat(found.discreteAndInnermost()).isEqualTo(new CoreAgreement(1, 1));
    assertThat(found.corenessAndCoreNumber()).isGreaterThan(.5);
  }

  @Test
  void agreementByHand() {
    BitSet left = BitSet.valueOf(new long[] {0b0011});
    BitSet right = BitSet.valueOf(new long[] {0b0110});
    CoreAgreement agreement = CoreAgreement.of(left, right, 10);
    // Of 10 nodes 8 are seen alike; chance has .2·.2 + .8·.8 = .68.
    assertThat(agreement.jaccard()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(agreement.kappa()).isCloseTo((.8 - .68) / (1 - .68), within(1e-12));
  }

  @Test
  void rewiringKeepsDegreesAndChangesTies() {
    UndirectedGraph graph = Networks.random(60, .1, 1);
    UndirectedGraph rewired = Rewiring.of(graph, 2);
    int kept = 0;
    for (int node = 0; node < 60; node++) {
      assertThat(rewired.degree(node)).isEqualTo(graph.degree(node));
      assertThat(rewired.neighbors().contains(node, node)).isFalse();
      for (int other = 0; other < node; other++) {
        boolean both =
            graph.neighbors().contains(node, other) && rewired.neighbors().contains(node, other);
        kept += both ? 1 : 0;
      }
    }
    // By chance about a tenth of ties are the same, which would be 18.
    assertThat(kept).isLessThan(graph.edgeCount() / 3);
  }

  @Test
  void aPlantedCoreIsSignificantAndARandomNetworkIsNot() {
    UndirectedGraph planted = Networks.withCore(80, 12, .04, 1);
    CoreSignificance core = CoreSignificance.of(planted, 99, 1);
    assertThat(core.correlation()).isEqualTo(.01);
    assertThat(core.largestCoreNumber()).isEqualTo(.01);
    CoreSignificance none = CoreSignificance.of(Networks.random(80, .08, 1), 99, 1);
    assertThat(none.correlation()).isBetween(.05, 1.0);
    assertThat(none.largestCoreNumber()).isBetween(.05, 1.0);
    assertThat(CoreSignificance.of(planted, 99, 1)).isEqualTo(core);
  }

  @Test
  void aTestNeedsReplicates() {
    assertThatThrownBy(() -> CoreSignificance.of(Networks.karateClub(), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replicates must be at least 1; it is 0");
  }

  private static Set<Integer> withoutReverses(Set<Integer> pairs) {
    return Set.copyOf(
        pairs.stream()
            .map(pair -> Math.max(pair / 16, pair % 16) * 16 + Math.min(pair / 16, pair % 16))
            .toList());
  }

  /** Pairs of the core that are not tied, and pairs of the periphery that are. */
  private static long errors(UndirectedGraph graph, BitSet core) {
    long errors = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int other = 0; other < node; other++) {
        boolean tied = graph.neighbors().contains(node, other);
        boolean within = core.get(node) && core.get(other);
        boolean outside = !core.get(node) && !core.get(other);
        errors += (within && !tied) || (outside && tied) ? 1 : 0;
      }
    }
    return errors;
  }
}

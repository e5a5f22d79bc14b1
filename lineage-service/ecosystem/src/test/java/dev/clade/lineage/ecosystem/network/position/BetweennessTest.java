package dev.clade.lineage.ecosystem.network.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.network.Networks;
import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BetweennessTest {
  private static final DirectedGraph GRAPH = Networks.randomDirected(300, .01, 1);

  @Test
  void theSampledErrsAsItSays() {
    Betweenness exact = Betweenness.of(GRAPH, Long.MAX_VALUE, 1);
    assertThat(exact.isExact()).isTrue();
    assertThat(exact.largestStandardError()).isZero();
    double squares = 0;
    double expected = 0;
    for (int seed = 0; seed < 50; seed++) {
      Betweenness sampled = Betweenness.of(GRAPH, 100L * 2 * GRAPH.edgeCount(), seed);
      assertThat(sampled.isExact()).isFalse();
      assertThat(sampled.pivots()).isEqualTo(100);
      for (int node = 0; node < GRAPH.nodeCount(); node++) {
        squares += Math.pow(sampled.of(node) - exact.of(node), 2);
        expected += Math.pow(sampled.standardError(node), 2);
      }
    }
    // Over 50 samples of 300 nodes, the squared errors are those that the standard errors tell.
    assertThat(squares / expected).isCloseTo(1, within(.1));
  }

  @Test
  void threadsChangeNothing() throws Exception {
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      assertThat(scores(one)).isEqualTo(scores(four));
    }
  }

  private static double[] scores(ForkJoinPool pool) throws Exception {
    Betweenness found = pool.submit(() -> Betweenness.of(GRAPH, Long.MAX_VALUE, 1)).get();
    return IntStream.range(0, 300).mapToDouble(found::of).toArray();
  }
}

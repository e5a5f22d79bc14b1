package dev.clade.lineage.ecosystem.network.position;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Betweenness: the share, 0 to 1, of shortest paths between other nodes that lead through one,
 * paths being directed and edges of one length (Freeman, 1977; divided by (n − 1)·(n − 2) as
 * networkx does).
 *
 * <p>Exact by Brandes (2001) where that is few enough steps, in O(nodes · edges). Otherwise paths
 * are followed from some nodes only, the pivots, drawn without replacement from those that have an
 * edge to follow (Brandes and Pich, 2007), and what they find is scaled up: unbiased, with a
 * standard error that is told. Threads change nothing.
 */
public final class Betweenness {
  /** The blocks that pivots are cut into, whatever the number of threads. */
  private static final int BLOCKS = 16;

  private final double[] scores;
  private final double[] standardErrors;
  private final int sources;
  private final int pivots;

  private Betweenness(double[] scores, double[] standardErrors, int sources, int pivots) {
    this.scores = scores;
    this.standardErrors = standardErrors;
    this.sources = sources;
    this.pivots = pivots;
  }

  /**
   * Returns the betweenness of all nodes.
   *
   * @param graph without self-loops
   * @param mostSteps most edges to look at: as many pivots are taken as fit, at least two; all
   *     nodes if they fit
   * @param seed what the choice of pivots depends on
   */
  public static Betweenness of(DirectedGraph graph, long mostSteps, long seed) {
    int[] sources =
        IntStream.range(0, graph.nodeCount()).filter(v -> graph.out().degree(v) > 0).toArray();
    long fitting = Math.max(2, mostSteps / Math.max(1, 2L * graph.edgeCount()));
    int[] pivots =
        fitting >= sources.length ? sources : drawn(sources.clone(), (int) fitting, seed);
    List<Dependencies> blocks =
        IntStream.range(0, BLOCKS)
            .parallel()
            .mapToObj(block -> block(graph, pivots, block))
            .toList();
    Dependencies sum = new Dependencies(graph);
    blocks.forEach(sum::add);
    return scaled(sum, sources.length, pivots.length);
  }

  /** Returns the score of a node, exact or estimated. */
  public double of(int node) {
    return scores[node];
  }

  /** Returns the standard error of a node's score; 0 when it is exact. */
  public double standardError(int node) {
    return standardErrors[node];
  }

  /** Returns the largest standard error of all nodes; 0 when scores are exact. */
  public double largestStandardError() {
    return Arrays.stream(standardErrors).max().orElse(0);
  }

  /** Returns from how many nodes paths were followed. */
  public int pivots() {
    return pivots;
  }

  /** Whether paths were followed from all nodes that have an edge. */
  public boolean isExact() {
    return pivots == sources;
  }

  /** The first steps of a Fisher-Yates shuffle, then sorted. */
  private static int[] drawn(int[] sources, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, sources.length);
      int source = sources[other];
      sources[other] = sources[i];
      sources[i] = source;
    }
    int[] pivots = Arrays.copyOf(sources, count);
    Arrays.sort(pivots);
    return pivots;
  }

  private static Dependencies block(DirectedGraph graph, int[] pivots, int block) {
    Dependencies dependencies = new Dependencies(graph);
    int begin = (int) ((long) pivots.length * block / BLOCKS);
    int end = (int) ((long) pivots.length * (block + 1) / BLOCKS);
    for (int i = begin; i < end; i++) {
      dependencies.follow(pivots[i]);
    }
    return dependencies.results();
  }

  private static Betweenness scaled(Dependencies sum, int sources, int pivots) {
    int nodes = sum.nodeCount();
    double pairs = Math.max(1, (nodes - 1.0) * (nodes - 2.0));
    double factor = pivots == sources ? 1 : (double) sources / pivots;
    double[] scores = new double[nodes];
    double[] errors = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      scores[node] = factor * sum.total(node) / pairs;
      errors[node] = pivots == sources ? 0 : sources * meanError(sum, node, pivots, factor) / pairs;
    }
    return new Betweenness(scores, errors, sources, pivots);
  }

  /** Of a mean over pivots that are drawn without replacement. */
  private static double meanError(Dependencies sum, int node, int pivots, double factor) {
    return Math.sqrt(sum.variance(node, pivots) / pivots * (1 - 1 / factor));
  }
}

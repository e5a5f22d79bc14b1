package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.Arrays;
import org.hipparchus.analysis.solvers.LaguerreSolver;
import org.hipparchus.complex.Complex;

/**
 * Searches the corenesses c that make {@code Σ_{i≠j} (A_ij − c_i·c_j)²} least (MINRES, Boyd et al.,
 * 2010), node after node: with all others fixed, the best coreness is {@code c_i = Σ_j A_ij·c_j /
 * Σ_{j≠i} c_j²}.
 *
 * <p>Such rounds creep along valleys, so every second one is followed by a stride: along the
 * round's own change the sum is a polynomial of degree 4, which tells where to go. The sum never
 * grows, so this ends in a minimum, if not always in the least one. A round and a stride take
 * O(nodes + edges). Far from the core corenesses fall towards 0 without end; from 1e-150 on they
 * are 0.
 */
final class MinimumResidual {
  private static final double TOLERANCE = 1e-6;
  private static final double RELATIVE_TOLERANCE = 1e-12;
  private static final int MOST_ROUNDS = 1_000;
  private static final int ROUNDS_PER_STRIDE = 2;
  private static final double REAL = 1e-9;

  /**
   * Squares of less are no normal numbers, with which processors compute a hundred times slower.
   */
  private static final double NOTHING = 1e-150;

  private final UndirectedGraph graph;
  private final double[] coreness;
  private boolean settled;

  private MinimumResidual(UndirectedGraph graph) {
    this.graph = graph;
    this.coreness = new double[graph.nodeCount()];
    double scale = Math.sqrt(Math.max(1, 2.0 * graph.edgeCount()));
    Arrays.setAll(coreness, node -> graph.degree(node) / scale);
  }

  /**
   * Searches from corenesses in proportion to degrees, until none changes by more than 1e-6 in a
   * round, or the sum by less than 1e-12 of itself in two, for at most 1,000 rounds.
   */
  static MinimumResidual of(UndirectedGraph graph) {
    MinimumResidual search = new MinimumResidual(graph);
    search.run();
    return search;
  }

  /** Returns the corenesses, at least 0 each. */
  double[] coreness() {
    return coreness;
  }

  /** Whether no coreness changed any more when the search ended. */
  boolean settled() {
    return settled;
  }

  private void run() {
    double last = Double.POSITIVE_INFINITY;
    boolean flat = false;
    for (int round = 1; round <= MOST_ROUNDS && !settled && !flat; round++) {
      double[] before = coreness.clone();
      settled = improve() <= TOLERANCE;
      if (round % ROUNDS_PER_STRIDE == 0 && !settled) {
        double now = stride(before);
        flat = last - now <= RELATIVE_TOLERANCE * Math.abs(now);
        last = now;
      }
    }
  }

  /** Gives every node its best coreness once, and returns the largest change. */
  private double improve() {
    double squares = 0;
    for (double each : coreness) {
      squares += each * each;
    }
    double change = 0;
    for (int node = 0; node < coreness.length; node++) {
      double sum = neighborSum(graph, coreness, node);
      if (sum > 0 || coreness[node] > 0) {
        double others = squares - coreness[node] * coreness[node];
        double best = sum < NOTHING * others ? 0 : sum / others;
        change = Math.max(change, Math.abs(best - coreness[node]));
        coreness[node] = best;
        squares = others + best * best;
      }
    }
    return change;
  }

  /**
   * Goes on along the change of the last round to where the sum is least, and returns the sum. A
   * coreness that would fall below 0 is 0 there; where that makes the sum larger, nothing changes.
   */
  private double stride(double[] before) {
    double[] step = new double[coreness.length];
    Arrays.setAll(step, node -> coreness[node] - before[node]);
    double length = length(step);
    double[] further = new double[coreness.length];
    Arrays.setAll(further, node -> Math.max(0, coreness[node] + length * step[node]));
    double here = residual(coreness);
    double there = residual(further);
    if (there < here) {
      System.arraycopy(further, 0, coreness, 0, further.length);
    }
    return Math.min(here, there);
  }

  /** Returns how many steps from here the sum is least; 0 when that is not ahead. */
  private double length(double[] step) {
    // Σ (c + t·d)² by powers of t, and so on.
    double[] squares = new double[3];
    double[] fourths = new double[5];
    double[] tied = new double[3];
    for (int node = 0; node < step.length; node++) {
      double c = coreness[node];
      double d = step[node];
      double neighbors = neighborSum(graph, step, node);
      squares[0] += c * c;
      squares[1] += 2 * c * d;
      squares[2] += d * d;
      fourths[1] += 4 * c * c * c * d;
      fourths[2] += 6 * c * c * d * d;
      fourths[3] += 4 * c * d * d * d;
      fourths[4] += d * d * d * d;
      tied[1] += 2 * c * neighbors;
      tied[2] += d * neighbors;
    }
    return leastAhead(
        2 * squares[0] * squares[1] - fourths[1] - 2 * tied[1],
        squares[1] * squares[1] + 2 * squares[0] * squares[2] - fourths[2] - 2 * tied[2],
        2 * squares[1] * squares[2] - fourths[3],
        squares[2] * squares[2] - fourths[4]);
  }

  /**
   * Returns the t above 0 where a·t + b·t² + c·t³ + d·t⁴ is least, or 0 where it is not below 0.
   */
  private static double leastAhead(double a, double b, double c, double d) {
    double best = 0;
    double least = 0;
    if (d > 0) {
      for (Complex root :
          new LaguerreSolver().solveAllComplex(new double[] {a, 2 * b, 3 * c, 4 * d}, 0)) {
        double t = root.getReal();
        double value = t * (a + t * (b + t * (c + t * d)));
        if (Math.abs(root.getImaginary()) <= REAL * t && value < least) {
          least = value;
          best = t;
        }
      }
    }
    return best;
  }

  /** Returns the sum that is to be least, but for the number of ties, which is the same for all. */
  private double residual(double[] of) {
    double squares = 0;
    double fourths = 0;
    double tied = 0;
    for (int node = 0; node < of.length; node++) {
      double square = of[node] * of[node];
      squares += square;
      fourths += square * square;
      tied += of[node] * neighborSum(graph, of, node);
    }
    return squares * squares - fourths - 2 * tied;
  }

  /** Returns the sum of what a node's neighbours have. */
  static double neighborSum(UndirectedGraph graph, double[] of, int node) {
    Neighbors edges = graph.neighbors();
    double sum = 0;
    for (int edge = edges.start(node); edge < edges.end(node); edge++) {
      sum += of[edges.neighbor(edge)];
    }
    return sum;
  }
}

package dev.clade.embedding.lineage;

import dev.clade.embedding.feature.DenseRows;

/**
 * What {@link LineageOperators} give for base vectors, some rows at a time. Beside the base vectors
 * it keeps one vector a row and one a group of several rows.
 */
public final class NeighbourAverages {
  private static final int WIDTH = SignProjection.WIDTH;
  private static final int COUNT = LineageOperators.COUNT;

  private final LineageGraph graph;
  private final int[][] children;
  private final DenseRows base;
  private final DenseRows up;
  private final Groups siblings;
  private final Groups datasets;
  private final Groups uses;

  NeighbourAverages(LineageGraph graph, int[][] children, DenseRows base) {
    this.graph = graph;
    this.children = children;
    this.base = base;
    this.up = new DenseRows(WIDTH, new float[base.values().length]);
    for (int row = 0; row < graph.rows(); row++) {
      addMean(graph.parents()[row], base, up.values(), row * WIDTH);
    }
    siblings = Groups.of(graph.parents(), children, base);
    datasets = Groups.of(graph.datasets(), members(graph.datasets()), base);
    uses = Groups.of(graph.uses(), members(graph.uses()), base);
  }

  /** Returns the values of the rows from one on and before another. */
  public DenseRows rows(int from, int to) {
    float[] values = new float[(to - from) * COUNT];
    for (int row = from; row < to; row++) {
      int place = (row - from) * COUNT;
      System.arraycopy(up.values(), row * WIDTH, values, place, WIDTH);
      addMean(children[row], base, values, place + WIDTH);
      siblings.addMean(row, base, values, place + 2 * WIDTH);
      datasets.addMean(row, base, values, place + 3 * WIDTH);
      uses.addMean(row, base, values, place + 4 * WIDTH);
      addMean(graph.parents()[row], up, values, place + 5 * WIDTH);
      degrees(row, values, place + 6 * WIDTH);
    }
    return new DenseRows(COUNT, values);
  }

  private void degrees(int row, float[] values, int place) {
    int grandparents = 0;
    for (int parent : graph.parents()[row]) {
      grandparents += graph.parents()[parent].length;
    }
    double[] degrees = {
      graph.parents()[row].length,
      children[row].length,
      siblings.others(row),
      graph.datasets()[row].length,
      datasets.others(row),
      graph.uses()[row].length,
      uses.others(row),
      grandparents
    };
    for (int d = 0; d < degrees.length; d++) {
      values[place + d] = (float) Math.log1p(degrees[d]);
    }
  }

  private static void addMean(int[] neighbours, DenseRows vectors, float[] values, int place) {
    for (int neighbour : neighbours) {
      for (int d = 0; d < WIDTH; d++) {
        values[place + d] += vectors.values()[neighbour * WIDTH + d] / neighbours.length;
      }
    }
  }

  private static int[][] members(int[][] groups) {
    int count = 0;
    for (int[] row : groups) {
      for (int group : row) {
        count = Math.max(count, group + 1);
      }
    }
    return LineageGraph.members(groups, count);
  }

  /**
   * Rows that have something in common.
   *
   * @param groups for each row its groups
   * @param members for each group its rows
   * @param sums for each group of several rows the sum of their vectors
   */
  private record Groups(int[][] groups, int[][] members, double[][] sums) {
    static Groups of(int[][] groups, int[][] members, DenseRows base) {
      double[][] sums = new double[members.length][];
      for (int group = 0; group < members.length; group++) {
        if (members[group].length > 1) {
          sums[group] = sum(members[group], base);
        }
      }
      return new Groups(groups, members, sums);
    }

    /** Returns how many other rows share a group with a row, once for each. */
    int others(int row) {
      int others = 0;
      for (int group : groups[row]) {
        others += members[group].length - 1;
      }
      return others;
    }

    void addMean(int row, DenseRows base, float[] values, int place) {
      int others = others(row);
      for (int group : groups[row]) {
        for (int d = 0; sums[group] != null && d < WIDTH; d++) {
          double rest = sums[group][d] - base.values()[row * WIDTH + d];
          values[place + d] += (float) (rest / others);
        }
      }
    }

    private static double[] sum(int[] members, DenseRows base) {
      double[] sum = new double[WIDTH];
      for (int member : members) {
        for (int d = 0; d < WIDTH; d++) {
          sum[d] += base.values()[member * WIDTH + d];
        }
      }
      return sum;
    }
  }
}

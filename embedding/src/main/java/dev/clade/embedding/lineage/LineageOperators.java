package dev.clade.embedding.lineage;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;

/**
 * Averages the base vectors of a row's neighbours: its parents, its children, other children of its
 * parents, rows trained on the same datasets, rows used by the same spaces and collections, and its
 * parents' parents. A neighbour without a base vector counts as zero.
 *
 * <p>Behind them stand the logarithms of 1 more than the numbers of parents, children, siblings,
 * datasets, rows that share them, uses, rows that share those, and grandparents. Each row takes
 * time in proportion to its own neighbours: groups are summed once.
 */
public final class LineageOperators {
  /** Columns of what they give. */
  public static final int COUNT = 6 * SignProjection.WIDTH + 8;

  private static final int WIDTH = SignProjection.WIDTH;

  private final LineageGraph graph;
  private final int[][] children;

  /** Prepares the operators of a graph. */
  public LineageOperators(LineageGraph graph) {
    this.graph = graph;
    this.children = graph.children();
  }

  /**
   * Applies them to base vectors.
   *
   * @param base 64 columns for each row of the graph, as {@link SignProjection} gives them
   */
  public DenseRows apply(DenseRows base) {
    if (base.width() != WIDTH || base.rows() != graph.rows()) {
      throw new IllegalArgumentException(
          "base vectors must be %d rows of %d".formatted(graph.rows(), WIDTH));
    }
    float[] values = new float[graph.rows() * COUNT];
    DenseRows up = mean(graph.parents(), base);
    place(up, values, 0);
    place(mean(children, base), values, 1);
    Shared siblings = Shared.of(graph.parents(), children, base);
    place(siblings.means, values, 2);
    Shared datasets = Shared.of(graph.datasets(), members(graph.datasets()), base);
    place(datasets.means, values, 3);
    Shared uses = Shared.of(graph.uses(), members(graph.uses()), base);
    place(uses.means, values, 4);
    place(mean(graph.parents(), up), values, 5);
    for (int row = 0; row < graph.rows(); row++) {
      int grandparents = 0;
      for (int parent : graph.parents()[row]) {
        grandparents += graph.parents()[parent].length;
      }
      double[] degrees = {
        graph.parents()[row].length,
        children[row].length,
        siblings.others[row],
        graph.datasets()[row].length,
        datasets.others[row],
        graph.uses()[row].length,
        uses.others[row],
        grandparents
      };
      for (int d = 0; d < degrees.length; d++) {
        values[row * COUNT + 6 * WIDTH + d] = (float) Math.log1p(degrees[d]);
      }
    }
    return new DenseRows(COUNT, values);
  }

  /**
   * Returns a table whose lineage view is computed anew from base vectors. The view is present
   * where a neighbour's vector is not zero.
   */
  public FeatureTable renew(FeatureTable table, DenseRows base) {
    DenseRows lineage = apply(base);
    byte[] presence = table.presence().clone();
    byte bit = (byte) (1 << View.LINEAGE.ordinal());
    for (int row = 0; row < presence.length; row++) {
      presence[row] = (byte) (presence[row] & ~bit | (speaks(lineage, row) ? bit : 0));
    }
    return new FeatureTable(
        presence,
        table.card(),
        table.tags(),
        table.numeric(),
        lineage,
        table.activity(),
        table.owners(),
        table.names());
  }

  /** Returns whether any propagated value of a row is not zero. */
  public static boolean speaks(DenseRows lineage, int row) {
    for (int c = 0; c < 6 * WIDTH; c++) {
      if (lineage.values()[row * COUNT + c] != 0) {
        return true;
      }
    }
    return false;
  }

  private static DenseRows mean(int[][] neighbours, DenseRows base) {
    float[] values = new float[neighbours.length * WIDTH];
    for (int row = 0; row < neighbours.length; row++) {
      for (int neighbour : neighbours[row]) {
        for (int d = 0; d < WIDTH; d++) {
          values[row * WIDTH + d] += base.values()[neighbour * WIDTH + d] / neighbours[row].length;
        }
      }
    }
    return new DenseRows(WIDTH, values);
  }

  private static void place(DenseRows block, float[] values, int operator) {
    for (int row = 0; row < block.rows(); row++) {
      System.arraycopy(block.values(), row * WIDTH, values, row * COUNT + operator * WIDTH, WIDTH);
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

  /** The mean of those that share a group with a row, and how many they are. */
  private record Shared(DenseRows means, int[] others) {
    static Shared of(int[][] groups, int[][] members, DenseRows base) {
      double[][] sums = new double[members.length][];
      for (int group = 0; group < members.length; group++) {
        sums[group] = sum(members[group], base);
      }
      float[] values = new float[groups.length * WIDTH];
      int[] others = new int[groups.length];
      for (int row = 0; row < groups.length; row++) {
        for (int group : groups[row]) {
          others[row] += members[group].length - 1;
        }
        for (int group : groups[row]) {
          for (int d = 0; others[row] > 0 && d < WIDTH; d++) {
            double rest = sums[group][d] - base.values()[row * WIDTH + d];
            values[row * WIDTH + d] += (float) (rest / others[row]);
          }
        }
      }
      return new Shared(new DenseRows(WIDTH, values), others);
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

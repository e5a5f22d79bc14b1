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
    return averages(base).rows(0, graph.rows());
  }

  /**
   * As {@link #apply}, but for some rows at a time.
   *
   * @throws IllegalArgumentException if the base vectors are not as many or as wide
   */
  public NeighbourAverages averages(DenseRows base) {
    if (base.width() != WIDTH || base.rows() != graph.rows()) {
      throw new IllegalArgumentException(
          "base vectors must be %d rows of %d".formatted(graph.rows(), WIDTH));
    }
    return new NeighbourAverages(graph, children, base);
  }

  /**
   * Returns a table whose lineage view is computed anew from base vectors. The view is present
   * where a neighbour's vector is not zero.
   */
  public FeatureTable renew(FeatureTable table, DenseRows base) {
    return with(table, apply(base));
  }

  /** Returns a table with another lineage view, present where a neighbour's vector is not zero. */
  public static FeatureTable with(FeatureTable table, DenseRows lineage) {
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
}

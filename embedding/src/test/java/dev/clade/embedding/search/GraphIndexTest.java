package dev.clade.embedding.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.embedding.evaluation.ranking.IndexRecall;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class GraphIndexTest {
  private static final int WIDTH = 32;
  private static final int ROWS = 6_000;
  private static final VectorTable VECTORS = families(ROWS);
  private static final ExactScan SCAN = new ExactScan(VECTORS);

  /** Several graphs, though there are few rows. */
  private static final GraphIndex GRAPH = GraphIndex.build(VECTORS, 2_000);

  @Test
  void theGraphFindsWhatTheScanFinds() {
    assertThat(recall(row -> true)).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void filtersLeaveAsManyRowsAsPass() {
    assertThat(recall(row -> row % 3 == 0)).isGreaterThanOrEqualTo(0.98);
    assertThat(recall(row -> row % 100 == 7)).isEqualTo(1);
    Nearest few = GRAPH.nearest(VECTORS.vector(0), 10, row -> row == 17 || row == 4_711);
    assertThat(few.rows()).containsExactlyInAnyOrder(17, 4_711);
    assertThat(GRAPH.nearest(VECTORS.vector(0), 10, row -> false).count()).isZero();
  }

  /** Such as thousands of repositories of which the same little is known. */
  @Test
  void rowsWithTheSameVectorHideNothing() {
    float[] values = VECTORS.values().clone();
    for (int row = 0; row < ROWS; row += 2) {
      System.arraycopy(values, 0, values, row * WIDTH, WIDTH);
    }
    VectorTable same = new VectorTable(WIDTH, values);
    GraphIndex graph = GraphIndex.build(same, 2_000);
    int[] all = graph.nearest(same.vector(0), 10, row -> true).rows();
    assertThat(all).containsExactly(0, 2, 4, 6, 8, 10, 12, 14, 16, 18);
    assertThat(recall(new ExactScan(same), graph, same, row -> row % 2 == 1))
        .isGreaterThanOrEqualTo(0.98);
    assertThat(graph.nearest(same.vector(0), ROWS, row -> true).count()).isEqualTo(ROWS);
  }

  @Test
  void rowsWithoutAVectorAreNotFound() {
    float[] values = VECTORS.values().clone();
    Arrays.fill(values, 0, 100 * WIDTH, 0);
    VectorTable vectors = new VectorTable(WIDTH, values);
    IntPredicate low = row -> row < 103;
    float[] query = VECTORS.vector(0);
    assertThat(GraphIndex.build(vectors, 2_000).nearest(query, 10, low).rows())
        .containsExactlyInAnyOrder(100, 101, 102)
        .isEqualTo(new ExactScan(vectors).nearest(query, 10, low).rows());
  }

  @Test
  void theSameRowsGiveTheSameAnswers() {
    GraphIndex again = GraphIndex.build(VECTORS, 2_000);
    for (int query = 0; query < 200; query++) {
      float[] vector = VECTORS.vector(query);
      assertThat(again.nearest(vector, 30, row -> true).rows())
          .isEqualTo(GRAPH.nearest(vector, 30, row -> true).rows());
    }
  }

  @Test
  void aQueryHasTheVectorsDimensions() {
    assertThatThrownBy(() -> GRAPH.nearest(new float[3], 10, row -> true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double recall(IntPredicate filter) {
    return recall(SCAN, GRAPH, VECTORS, filter);
  }

  private static double recall(
      VectorIndex exact, VectorIndex index, VectorTable vectors, IntPredicate filter) {
    int[][] wanted = new int[100][];
    int[][] found = new int[100][];
    for (int i = 0; i < wanted.length; i++) {
      float[] query = vectors.vector(i * 59 + 1);
      wanted[i] = exact.nearest(query, 10, filter).rows();
      found[i] = index.nearest(query, 10, filter).rows();
      assertThat(found[i]).hasSize(10);
    }
    return Arrays.stream(IndexRecall.of(wanted, found)).average().orElseThrow();
  }

  /** Vectors in families of 60 around centres of their own. */
  private static VectorTable families(int rows) {
    Random random = new Random(5);
    float[] values = new float[rows * WIDTH];
    float[] centre = new float[WIDTH];
    for (int row = 0; row < rows; row++) {
      for (int d = 0; d < WIDTH; d++) {
        centre[d] = row % 60 == 0 ? (float) random.nextGaussian() : centre[d];
        values[row * WIDTH + d] = centre[d] + 0.5f * (float) random.nextGaussian();
      }
    }
    return VectorTable.normalised(WIDTH, values);
  }
}

package dev.clade.lineage.ecosystem.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinearOrderingTest {
  @Test
  void handWorkedCase() {
    // 0 -> 1 weighs 5, 1 -> 2 weighs 4, 2 -> 0 weighs 3. Of the circle the lightest is given up.
    assertThat(LinearOrdering.best(new long[][] {{0, 5, 0}, {0, 0, 4}, {3, 0, 0}}))
        .containsExactly(0, 1, 2);
    // With 6 from 2 to 0, the one from 1 to 2 is given up.
    assertThat(LinearOrdering.best(new long[][] {{0, 5, 0}, {0, 0, 4}, {6, 0, 0}}))
        .containsExactly(2, 0, 1);
  }

  @Test
  void equalOrdersAreToldApartItemByItem() {
    assertThat(LinearOrdering.best(new long[4][4])).containsExactly(0, 1, 2, 3);
    // Only 3 before 1 matters: 0 2 3 1 is the first such order.
    long[][] weights = new long[4][4];
    weights[3][1] = 1;
    assertThat(LinearOrdering.best(weights)).containsExactly(0, 2, 3, 1);
  }

  @Test
  void noItemsAndOne() {
    assertThat(LinearOrdering.best(new long[0][0])).isEmpty();
    assertThat(LinearOrdering.best(new long[][] {{7}})).containsExactly(0);
  }

  @Test
  void tooManyItemsAndUnevenWeightsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearOrdering.best(new long[21][21]))
        .withMessage("21 items; at most 20 can be ordered exactly");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearOrdering.best(new long[2][3]))
        .withMessageContaining("3 weights");
  }

  @Test
  void ordersTwentyItems() {
    // A hidden order of 20 items whose edges all agree with it is found again.
    int[] hidden = {7, 3, 19, 0, 11, 5, 14, 2, 9, 16, 1, 13, 8, 18, 4, 10, 6, 17, 12, 15};
    long[][] weights = new long[20][20];
    for (int i = 0; i < 20; i++) {
      for (int j = i + 1; j < 20; j++) {
        weights[hidden[i]][hidden[j]] = 1;
      }
    }
    assertThat(LinearOrdering.best(weights)).containsExactly(hidden);
  }

  @Property(tries = 200)
  void equalsTheBestOfAllPermutations(
      @ForAll @IntRange(min = 0, max = 7) int items, @ForAll long seed) {
    Random random = new Random(seed);
    long[][] weights = new long[items][items];
    for (long[] row : weights) {
      // Few different weights, negative ones too, so that many orders are equal.
      for (int i = 0; i < items; i++) {
        row[i] = random.nextInt(-1, 3);
      }
    }
    assertThat(LinearOrdering.best(weights)).isEqualTo(bestPermutation(weights));
  }

  /** Tries all orders, ascending, and keeps the first of the best. */
  private static int[] bestPermutation(long[][] weights) {
    int[] order = IntStream.range(0, weights.length).toArray();
    int[] best = order.clone();
    while (next(order)) {
      if (value(weights, order) > value(weights, best)) {
        best = order.clone();
      }
    }
    return best;
  }

  private static boolean next(int[] order) {
    int i = order.length - 2;
    while (i >= 0 && order[i] > order[i + 1]) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    int j = order.length - 1;
    while (order[j] < order[i]) {
      j--;
    }
    IntArrays.swap(order, i, j);
    IntArrays.reverse(order, i + 1, order.length);
    return true;
  }

  private static long value(long[][] weights, int[] order) {
    long sum = 0;
    for (int i = 0; i < order.length; i++) {
      for (int j = i + 1; j < order.length; j++) {
        sum += weights[order[i]][order[j]];
      }
    }
    return sum;
  }
}

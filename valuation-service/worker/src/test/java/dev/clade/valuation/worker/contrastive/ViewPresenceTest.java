package dev.clade.valuation.worker.contrastive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.View;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewPresenceTest {
  private static final List<View> VIEWS = List.of(View.CARD, View.TAGS, View.NUMERIC);

  @Test
  void hiddenViewsLeaveTwoAndAddNone() {
    int hidden = 0;
    for (int step = 0; step < 200; step++) {
      boolean[][] present = {{true, true, false}, {true, true, true}, {true, false, false}};
      ViewPresence presence = new ViewPresence(VIEWS, present);
      presence.hide(0.5, RandomSource.ofEmbedding(1, 0).stream(Purpose.VIEW_DROPOUT, step));

      // Columns are rows of the batch: three views, two views, one view.
      int first = count(present, 0);
      assertThat(first).isBetween(2, 3);
      hidden += 3 - first;
      assertThat(present[0][1] && present[1][1] && !present[2][1]).isTrue();
      assertThat(!present[0][2] && present[1][2] && !present[2][2]).isTrue();
    }
    assertThat(hidden).isBetween(140, 199);
  }

  @Test
  void rowsWithTwoViewsAreCounted() {
    ViewPresence presence =
        new ViewPresence(
            VIEWS,
            new boolean[][] {
              {true, true, false, false}, {true, false, false, true}, {true, true, false, false}
            });

    assertThat(presence.shareOfPairs()).isEqualTo(0.5);
    assertThat(presence.matrix()).containsExactly(1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 0);
  }

  private static int count(boolean[][] present, int row) {
    int count = 0;
    for (boolean[] view : present) {
      count += view[row] ? 1 : 0;
    }
    return count;
  }
}

package dev.clade.valuation.worker.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.worker.tensor.StartingWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

class MagnitudePruningTest {
  /** Two inputs lead to three hidden channels, which lead to one output. */
  @Test
  void aChannelLeavesEveryTensorItBelongsTo() {
    LayoutBuilder layout = new LayoutBuilder(List.of());
    Axis hidden = Axis.of(layout.group(3, 1));
    layout.tensor(StartingWeights.ZEROS, Axis.fixed(2), hidden);
    layout.tensor(StartingWeights.ZEROS, hidden, Axis.fixed(1));
    float[] weights = {1, 2, 3, 1, 2, -3, /* output */ 6, -1, 2};

    // Squares sum to 1 + 1 + 36, 4 + 4 + 1 and 9 + 9 + 4.
    MagnitudePruning pruning = MagnitudePruning.ofEveryGroup(layout.build(), weights, 0.34);

    assertThat(pruning.widths()).containsExactly(2);
    assertThat(pruning.select(weights)).containsExactly(1, 3, 1, -3, 6, 2);
  }

  /** The middle axis joins a fixed channel and two units of two channels. */
  @Test
  void aUnitLeavesWithAllItsChannels() {
    LayoutBuilder layout = new LayoutBuilder(List.of());
    Axis joined = Axis.of(new FixedChannels(1), layout.group(2, 2));
    layout.tensor(StartingWeights.ZEROS, Axis.fixed(2), joined, Axis.fixed(1));
    float[] weights = {9, 1, 0, 0, 2, 9, 1, 0, 0, 2};

    MagnitudePruning pruning = MagnitudePruning.ofEveryGroup(layout.build(), weights, 0.5);

    assertThat(pruning.select(weights)).containsExactly(9, 0, 2, 9, 0, 2);
  }

  @Test
  void ofEqualUnitsTheFirstStays() {
    LayoutBuilder layout = new LayoutBuilder(List.of());
    layout.tensor(StartingWeights.ZEROS, Axis.of(layout.group(3, 1)), Axis.fixed(2));

    assertThat(
            MagnitudePruning.ofEveryGroup(layout.build(), new float[6], 0.3)
                .select(new float[] {1, 2, 3, 4, 5, 6}))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void oneUnitAlwaysStays() {
    LayoutBuilder layout = new LayoutBuilder(List.of());
    layout.tensor(StartingWeights.ZEROS, Axis.of(layout.group(3, 1)));

    assertThat(MagnitudePruning.ofEveryGroup(layout.build(), new float[] {1, 3, 2}, 0.99).widths())
        .containsExactly(1);
  }

  @Test
  void aShareOfOneIsRefused() {
    NetworkLayout empty = new LayoutBuilder(List.of()).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MagnitudePruning.ofEveryGroup(empty, new float[0], 1))
        .withMessage("removedShare must be in [0, 1); it is 1.0");
  }
}

package dev.clade.valuation.game.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapleyErrorTest {
  private static final double[] EXACT = {3, 4, 0, 1};

  @Test
  void errorsAreRelativeToNormAndSpread() {
    // Errors 1, -1, 1, 0; norm 26; mean 2, squares about it 1 + 4 + 4 + 1.
    ShapleyError error = ShapleyError.of(new double[] {4, 3, 1, 1}, EXACT);
    assertThat(error.relativeError()).isEqualTo(Math.sqrt(3 / 26.0), within(1e-12));
    assertThat(error.spreadError()).isEqualTo(0.3, within(1e-12));
    assertThat(error.sumError()).isEqualTo(1, within(1e-12));
  }

  @Test
  void equalPayHasASpreadErrorOfOne() {
    assertThat(ShapleyError.of(new double[] {2, 2, 2, 2}, EXACT).spreadError())
        .isEqualTo(1, within(1e-12));
  }

  @Test
  void recallCountsThoseFoundAmongTheHighest() {
    double[] estimated = {4, 0, 3, 2};
    assertThat(ShapleyError.recall(estimated, EXACT, 1)).isZero();
    assertThat(ShapleyError.recall(estimated, EXACT, 2)).isEqualTo(0.5);
    assertThat(ShapleyError.recall(estimated, EXACT, 3)).isEqualTo(2 / 3.0, within(1e-12));
    assertThat(ShapleyError.recall(estimated, EXACT, 4)).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> ShapleyError.recall(estimated, EXACT, 5));
  }

  @Test
  void nullPlayersShouldHaveNothing() {
    double[] estimated = {4, -0.5, 1.5, 2};
    assertThat(ShapleyError.nullMagnitude(estimated, new Coalition(4, 0b110))).isEqualTo(1);
    assertThat(ShapleyError.nullMagnitude(estimated, Coalition.empty(4))).isNaN();
  }

  @Test
  void stabilityIsTheMeanRankCorrelationBetweenSeeds() {
    // 1 between the first two, -1 between each of them and the third.
    assertThat(
            ShapleyError.rankStability(
                List.of(new double[] {1, 2, 3}, new double[] {5, 6, 9}, new double[] {3, 2, 1})))
        .isEqualTo(-1 / 3.0, within(1e-12));
    assertThat(ShapleyError.rankStability(List.of(EXACT))).isNaN();
  }
}

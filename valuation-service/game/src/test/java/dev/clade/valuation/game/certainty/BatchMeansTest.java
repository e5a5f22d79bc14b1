package dev.clade.valuation.game.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import org.junit.jupiter.api.Test;

class BatchMeansTest {
  private static final SizeAdjustedRegression ESTIMATOR = new SizeAdjustedRegression();

  @Test
  void blocksAgreeWithTheSandwichOnAverage() {
    UtilityTable table = Game.interacting(8, 3).table(LeverageDesign.draw(8, 250, 3), 1, 0.3, 3);
    Solution solution = ESTIMATOR.solve(table).orElseThrow();
    double blocks = 0;
    double sandwich = 0;
    for (long seed = 0; seed < 10; seed++) {
      BatchMeans means = BatchMeans.of(ESTIMATOR, table, 40, seed).orElseThrow();
      assertThat(means.blockCount()).isEqualTo(6);
      for (int player = 0; player < 8; player++) {
        blocks += Math.pow(means.standardErrors().get(player), 2);
        sandwich += Math.pow(solution.values().get(player).standardError(), 2);
      }
    }
    assertThat(Math.sqrt(blocks / sandwich)).isBetween(0.8, 1.6);
  }

  @Test
  void additiveGameHasNoErrorAtAll() {
    UtilityTable table =
        Game.additive(1, 1, 2, 3, 4, 5, 6, 7, 8).table(LeverageDesign.draw(8, 202, 1), 1, 0, 0);
    BatchMeans means = BatchMeans.of(ESTIMATOR, table, 40, 1).orElseThrow();
    assertThat(means.ratio()).isLessThan(1e-12);
  }

  @Test
  void fewBlocksTellNothing() {
    UtilityTable table = Game.saturating(8).table(LeverageDesign.draw(8, 82, 1), 1, 0, 0);
    assertThat(BatchMeans.of(ESTIMATOR, table, 20, 1)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchMeans.of(ESTIMATOR, table, 1, 1))
        .withMessageContaining("block size");
  }
}

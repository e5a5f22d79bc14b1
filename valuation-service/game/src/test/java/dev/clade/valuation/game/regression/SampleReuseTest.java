package dev.clade.valuation.game.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.testing.Game;
import dev.clade.valuation.game.tree.Boosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleReuseTest {
  @ParameterizedTest
  @ValueSource(ints = {14, 30, 46})
  void meanOfTheLinearOneOverDesignsIsTheExactValue(int budget) {
    assertUnbiased(new LinearMsr(), budget, 4000);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 46})
  void meanOfTheOneWithTreesOverDesignsIsTheExactValue(int budget) {
    assertUnbiased(new TreeMsr(new Boosting(2, 3, 0.5, 1, 0)), budget, 1500);
  }

  @Test
  void treesAreExactWhenAllCoalitionsAreKnown() {
    Game game = Game.random(7, 2);
    assertThat(
            Game.values(
                new TreeMsr(new Boosting(3, 5, 0.3, 0.8, 1)).solve(game.table()).orElseThrow()))
        .containsExactly(game.shapleyValues(), within(1e-11));
  }

  @Test
  void sizeThatWasNotEvaluatedIsRefused() {
    Game game = Game.random(7, 2);
    TreeMsr estimator = new TreeMsr(new Boosting(3, 5, 0.3, 0.8, 1));
    assertThat(estimator.solve(game.table(LeverageDesign.draw(7, 8, 1), 1, 0, 0))).isPresent();
    assertThat(estimator.solve(game.table(LeverageDesign.draw(7, 6, 1), 1, 0, 0))).isEmpty();
  }

  private static void assertUnbiased(Estimator estimator, int budget, int designs) {
    // Budgets with one pair a size or more; at 46 of 64 coalitions two sizes are exhausted.
    Game game = Game.random(6, 11);
    double[] exact = game.shapleyValues();
    double[] sums = new double[6];
    double[] squares = new double[6];
    for (long seed = 0; seed < designs; seed++) {
      LeverageDesign design = LeverageDesign.draw(6, budget, seed);
      double[] values = Game.values(estimator.solve(game.table(design, 1, 0, 0)).orElseThrow());
      for (int i = 0; i < 6; i++) {
        sums[i] += values[i] - exact[i];
        squares[i] += Math.pow(values[i] - exact[i], 2);
      }
    }
    for (int i = 0; i < 6; i++) {
      double standardError = Math.sqrt(squares[i]) / designs;
      assertThat(Math.abs(sums[i] / designs)).isLessThan(3.5 * standardError);
    }
  }
}

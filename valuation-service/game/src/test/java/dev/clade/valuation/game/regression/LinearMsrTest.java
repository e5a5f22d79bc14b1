package dev.clade.valuation.game.regression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.testing.Game;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearMsrTest {
  @ParameterizedTest
  @ValueSource(ints = {14, 30, 46})
  void meanOverDesignsIsTheExactValue(int budget) {
    // Budgets with one pair a size or more; at 46 of 64 coalitions two sizes are exhausted.
    Game game = Game.random(6, 11);
    double[] exact = game.shapleyValues();
    int designs = 4000;
    double[] sums = new double[6];
    double[] squares = new double[6];
    for (long seed = 0; seed < designs; seed++) {
      LeverageDesign design = LeverageDesign.draw(6, budget, seed);
      double[] values =
          Game.values(new LinearMsr().solve(game.table(design, 1, 0, 0)).orElseThrow());
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

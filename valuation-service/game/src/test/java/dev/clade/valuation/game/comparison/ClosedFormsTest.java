package dev.clade.valuation.game.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.marginal.MaximumSampleReuse;
import dev.clade.valuation.game.marginal.StratifiedSvarm;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.process.GaussianProcessShap;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.regression.TreeMsr;
import dev.clade.valuation.game.testing.Game;
import dev.clade.valuation.game.tree.Boosting;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Games whose Shapley values are known in closed form, by every estimator that has to be exact. */
class ClosedFormsTest {
  @ParameterizedTest
  @MethodSource("estimators")
  void additiveGamesPayWorths(Estimator estimator) {
    assertValues(estimator, Game.additive(3, 1, -2, 0, 4, 0.5, 7), 1, -2, 0, 4, 0.5, 7);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void unanimityIsSharedByThoseItTakes(Estimator estimator) {
    Game game = new Game(6, c -> (c.members() & 0b001101) == 0b001101 ? 1 : 0);
    assertValues(estimator, game, 1 / 3.0, 0, 1 / 3.0, 1 / 3.0, 0, 0);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void theOnlyRightGloveIsWorthMost(Estimator estimator) {
    // Five left gloves and one right: the right one matters unless it comes first.
    Game game = new Game(6, c -> c.contains(5) && c.size() > 1 ? 1 : 0);
    double left = 1 / 30.0;
    assertValues(estimator, game, left, left, left, left, left, 5 / 6.0);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void everyPartOfARunwayIsSharedByThoseWhoUseIt(Estimator estimator) {
    // Lengths 1 to 6 (Littlechild and Owen 1973): the k-th part is shared by 7 - k.
    Game game = new Game(6, c -> c.players().map(i -> i + 1).max().orElse(0));
    double[] shares = new double[6];
    for (int player = 0; player < 6; player++) {
      shares[player] = (player == 0 ? 0 : shares[player - 1]) + 1.0 / (6 - player);
    }
    assertValues(estimator, game, shares);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void votersAreAlike(Estimator estimator) {
    double vote = 1 / 6.0;
    assertValues(
        estimator, new Game(6, c -> c.size() > 3 ? 1 : 0), vote, vote, vote, vote, vote, vote);
  }

  private static void assertValues(Estimator estimator, Game game, double... expected) {
    assertThat(Game.values(estimator.solve(game.table()).orElseThrow()))
        .containsExactly(expected, within(1e-9));
  }

  private static Stream<Estimator> estimators() {
    return Stream.of(
        new ExactEnumeration(6),
        new KernelShap(KernelDesign.draw(6, 64, 0)),
        new KernelShap(KernelDesign.drawPaired(6, 64, 0)),
        new LeverageShap(),
        new SizeAdjustedRegression(),
        new LinearMsr(),
        new TreeMsr(new Boosting(2, 5, 0.3, 0.8, 0)),
        new StratifiedSvarm(),
        new MaximumSampleReuse(Semivalue.shapley()),
        new GaussianProcessShap(),
        new DefaultEstimator());
  }
}

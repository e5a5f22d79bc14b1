package dev.clade.valuation.game.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What estimators say when every coalition is known, or the utility is simple. */
class WholeTableTest {
  @Property(tries = 40)
  void shapleyEstimatorsAreExact(
      @ForAll @IntRange(min = 2, max = 9) int players, @ForAll long seed) {
    Game game = Game.random(players, seed);
    double[] exact = game.shapleyValues();
    Stream.of(
            new SizeAdjustedRegression(),
            new LeverageShap(),
            new LinearMsr(),
            new StratifiedSvarm(),
            new MaximumSampleReuse(Semivalue.shapley()))
        .forEach(
            estimator ->
                assertThat(values(estimator, game.table()))
                    .as(estimator.getClass().getSimpleName())
                    .containsExactly(exact, within(1e-11)));
  }

  @Property(tries = 40)
  void sampleReuseIsExactForEverySemivalue(
      @ForAll @IntRange(min = 2, max = 9) int players, @ForAll long seed) {
    Game game = Game.random(players, seed);
    for (Semivalue semivalue :
        new Semivalue[] {Semivalue.banzhaf(), Semivalue.beta(16, 1), Semivalue.beta(1, 4)}) {
      assertThat(values(new MaximumSampleReuse(semivalue), game.table()))
          .containsExactly(
              values(new ExactEnumeration(players, semivalue), game.table()), within(1e-12));
    }
  }

  @Property(tries = 20)
  void semivaluesGiveAdditivePlayersTheirWorthAndNullPlayersNothing(
      @ForAll @IntRange(min = 2, max = 7) int players, @ForAll long seed) {
    Game random = Game.random(players, seed);
    Game withNull = new Game(players, c -> random.of(new Coalition(players, c.members() & ~1L)));
    Semivalue semivalue = Semivalue.beta(4, 1);
    assertThat(values(new ExactEnumeration(players, semivalue), withNull.table())[0])
        .isEqualTo(0, within(1e-12));
    assertThat(values(new ExactEnumeration(3, semivalue), Game.additive(9, 1, -2, 3).table()))
        .containsExactly(new double[] {1, -2, 3}, within(1e-12));
  }

  @Test
  void banzhafOfMajorityCountsSwings() {
    // Of five voters each swings when exactly two of the four others agree: 6 of 16 coalitions.
    Game game = new Game(5, c -> c.size() >= 3 ? 1 : 0);
    assertThat(values(new MaximumSampleReuse(Semivalue.banzhaf()), game.table()))
        .containsExactly(new double[] {0.375, 0.375, 0.375, 0.375, 0.375}, within(1e-12));
  }

  @Test
  void leavingOneOfTwoCopiesLosesNothing() {
    Game game = new Game(3, c -> (c.members() & 3) != 0 ? (c.contains(2) ? 5 : 3) : 0);
    assertThat(values(new LeaveOneOut(), game.table())).containsExactly(0, 0, 2);
  }

  @Test
  void meanOverAllOrdersIsExact() {
    // 6 orders of 3 players; 400 draws are near, and additive parts are exact in each.
    Game game = new Game(3, c -> c.contains(0) && c.size() > 1 ? 1 : 0);
    PermutationDesign design = PermutationDesign.independent(3, 4000, 1);
    assertThat(values(new PermutationShapley(design), game.table()))
        .containsExactly(new double[] {4 / 6.0, 1 / 6.0, 1 / 6.0}, within(0.03));
  }

  private static double[] values(Estimator estimator, UtilityTable table) {
    return Game.values(estimator.solve(table).orElseThrow());
  }
}

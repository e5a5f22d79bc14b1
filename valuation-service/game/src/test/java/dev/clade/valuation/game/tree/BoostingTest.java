package dev.clade.valuation.game.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

class BoostingTest {
  private static final List<Coalition> ALL = new ExhaustiveDesign(6).coalitions();

  @Test
  void oneDeepTreeAtFullRateIsTheTable() {
    Game game = Game.random(6, 3);
    TreeEnsemble ensemble = new Boosting(6, 1, 1, 1, 0).fit(ALL, utilities(game));
    for (Coalition coalition : ALL) {
      assertThat(ensemble.utility(coalition)).isEqualTo(game.of(coalition), within(1e-6));
    }
    assertThat(ensemble.shapleyValues()).containsExactly(game.shapleyValues(), within(1e-6));
  }

  @Test
  void stumpSplitsOnThePlayerWhoMattersMost() {
    Game game = Game.additive(1, 0.5, -4, 2, 0, 1, 0.1);
    TreeEnsemble ensemble = new Boosting(1, 1, 0.5, 1, 0).fit(ALL, utilities(game));
    // The mean is 1 + the sum of halves 0.8; the stump is half of -2 with player 1, of +2 without.
    assertThat(ensemble.leaves())
        .usingRecursiveFieldByFieldElementComparator(
            RecursiveComparisonConfiguration.builder()
                .withComparatorForType(new DoubleComparator(1e-6), Double.class)
                .build())
        .containsExactlyInAnyOrder(new Leaf(0, 0, 1 - 0.2), new Leaf(2, 0, -1), new Leaf(0, 2, 1));
  }

  @Test
  void depthBoundsThePlayersOnAWay() {
    TreeEnsemble ensemble = new Boosting(3, 20, 0.3, 0.8, 1).fit(ALL, utilities(Game.random(6, 1)));
    Set<Integer> counts =
        ensemble.leaves().stream()
            .map(leaf -> Long.bitCount(leaf.present() | leaf.absent()))
            .collect(Collectors.toSet());
    assertThat(counts).contains(3).allMatch(count -> count <= 3);
  }

  @Test
  void seedDeterminesTheTrees() {
    double[] utilities = utilities(Game.random(6, 1));
    TreeEnsemble ensemble = new Boosting(3, 20, 0.3, 0.8, 1).fit(ALL, utilities);
    assertThat(new Boosting(3, 20, 0.3, 0.8, 1).fit(ALL, utilities)).isEqualTo(ensemble);
    assertThat(new Boosting(3, 20, 0.3, 0.8, 2).fit(ALL, utilities)).isNotEqualTo(ensemble);
  }

  @Test
  void surrogateOfAdditiveUtilitiesIsNearAndSharesOutTheWhole() {
    double[] worths = {3, -1, 0, 2.5, 8, 1, 1, 4, -6};
    Game game = Game.additive(5, worths);
    UtilityTable table = game.table(LeverageDesign.draw(9, 202, 1), 1, 0, 0);
    Solution solution =
        new SurrogateShap(new Boosting(2, 400, 0.1, 0.8, 1)).solve(table).orElseThrow();
    assertThat(Game.values(solution)).containsExactly(worths, within(0.3));
    assertThat(solution.diagnostics().efficiencyGap()).isEqualTo(0, within(1e-10));
  }

  @Test
  void fewerCoalitionsThanPlayersAreRefused() {
    Game game = Game.saturating(12);
    SurrogateShap estimator = new SurrogateShap(new Boosting(2, 4, 0.1, 1, 1));
    assertThat(estimator.solve(game.table(LeverageDesign.draw(12, 12, 1), 1, 0, 0))).isEmpty();
    assertThat(estimator.solve(game.table(LeverageDesign.draw(12, 14, 1), 1, 0, 0))).isPresent();
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Boosting(0, 1, 1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Boosting(1, 0, 1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Boosting(1, 1, 1.5, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Boosting(1, 1, 1, Double.NaN, 0));
  }

  private static double[] utilities(Game game) {
    return ALL.stream().mapToDouble(game::of).toArray();
  }
}

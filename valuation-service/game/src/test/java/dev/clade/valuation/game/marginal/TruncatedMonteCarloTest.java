package dev.clade.valuation.game.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.testing.Game;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TruncatedMonteCarloTest {
  private static final PermutationDesign ORDERS = PermutationDesign.independent(10, 6, 1);

  @Property(tries = 20)
  void withoutToleranceItIsTheMeanOverOrders(@ForAll long seed) {
    UtilityTable table = Game.random(10, seed).table(ORDERS, 1, 0, 0);
    assertThat(Game.values(new TruncatedMonteCarlo(ORDERS, 0).solve(table).orElseThrow()))
        .containsExactly(
            Game.values(new PermutationShapley(ORDERS).solve(table).orElseThrow()), within(1e-12));
  }

  @Test
  void coalitionsBehindTheCutAreNotNeeded() {
    // Two players are as good as all: the sizes from 2 to 7 are near six times in a row.
    Game game = new Game(10, c -> Math.min(c.size(), 2));
    UtilityTable.Builder builder = UtilityTable.builder(10);
    ORDERS.coalitions().stream()
        .filter(c -> c.size() <= 7 || c.size() == 10)
        .forEach(c -> builder.add(c, 0, game.of(c)));
    Solution solution = new TruncatedMonteCarlo(ORDERS, 0.01).solve(builder.build()).orElseThrow();
    assertThat(Game.values(solution))
        .containsExactly(
            Game.values(
                new PermutationShapley(ORDERS).solve(game.table(ORDERS, 1, 0, 0)).orElseThrow()),
            within(1e-12));
    UtilityTable.Builder less = UtilityTable.builder(10);
    ORDERS.coalitions().stream()
        .filter(c -> c.size() <= 6 || c.size() == 10)
        .forEach(c -> less.add(c, 0, game.of(c)));
    assertThat(new TruncatedMonteCarlo(ORDERS, 0.01).solve(less.build())).isEmpty();
  }

  @Test
  void whoJoinsBehindTheCutAddsNothing() {
    // With 10 alike each adds 1; within 60 % of the whole are the sizes from 4 on, the sixth is 9.
    Game game = new Game(10, c -> c.size());
    PermutationDesign order = PermutationDesign.independent(10, 1, 1);
    Solution solution =
        new TruncatedMonteCarlo(order, 0.6).solve(game.table(order, 1, 0, 0)).orElseThrow();
    assertThat(solution.diagnostics().efficiencyGap()).isEqualTo(-1, within(1e-12));
    assertThat(Game.values(solution)).containsOnly(0, 1);
  }

  @Test
  void impossibleTolerancesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TruncatedMonteCarlo(ORDERS, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TruncatedMonteCarlo(ORDERS, Double.NaN));
  }
}

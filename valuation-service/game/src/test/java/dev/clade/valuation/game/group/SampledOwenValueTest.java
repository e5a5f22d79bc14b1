package dev.clade.valuation.game.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.marginal.PermutationShapley;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Owen values over sampled orders in which unions join in one piece. */
class SampledOwenValueTest {
  private static final Unions UNIONS =
      new Unions(
          List.of(
              new Coalition(7, 0b0000101), new Coalition(7, 0b0111010), new Coalition(7, 1 << 6)));

  @Property(tries = 20)
  void noCoalitionOfAnOrderBreaksTwoUnions(@ForAll long seed) {
    for (Coalition coalition : PermutationDesign.inUnions(UNIONS, 8, seed).coalitions()) {
      assertThat(
              UNIONS.all().stream()
                  .mapToLong(union -> union.members() & coalition.members())
                  .filter(there -> there != 0)
                  .filter(there -> UNIONS.all().stream().noneMatch(u -> u.members() == there))
                  .count())
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void meanOverManyOrdersIsTheOwenValue() {
    Game game = Game.random(7, 4);
    double[] exact = Game.values(new OwenValue(UNIONS).solve(game.table()).orElseThrow());
    PermutationDesign design = PermutationDesign.inUnions(UNIONS, 20_000, 1);
    double[] sampled =
        Game.values(new PermutationShapley(design).solve(game.table()).orElseThrow());
    // What a player adds deviates by less than 1, and pairs of orders by less still.
    assertThat(sampled).containsExactly(exact, within(3.5 / Math.sqrt(20_000)));
  }

  @Property(tries = 20)
  void valuesOfEveryPairOfOrdersShareOutTheWholeAndAnAdditiveGame(@ForAll long seed) {
    double[] worths = {3, -1, 0, 2.5, 8, 1, 1};
    Game game = Game.additive(5, worths);
    PermutationDesign design = PermutationDesign.inUnions(UNIONS, 1, seed);
    assertThat(
            Game.values(
                new PermutationShapley(design).solve(game.table(design, 1, 0, 0)).orElseThrow()))
        .containsExactly(worths, within(1e-12));
  }

  @Test
  void unionsOfOneGiveShapleyValues() {
    Unions alone =
        new Unions(
            List.of(
                new Coalition(4, 1),
                new Coalition(4, 2),
                new Coalition(4, 4),
                new Coalition(4, 8)));
    Game game = Game.random(4, 9);
    double[] exact = Game.values(new ExactEnumeration(4).solve(game.table()).orElseThrow());
    PermutationDesign design = PermutationDesign.inUnions(alone, 20_000, 1);
    assertThat(Game.values(new PermutationShapley(design).solve(game.table()).orElseThrow()))
        .containsExactly(exact, within(3.5 / Math.sqrt(20_000)));
  }
}

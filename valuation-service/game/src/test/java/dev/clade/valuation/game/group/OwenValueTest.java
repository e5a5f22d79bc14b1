package dev.clade.valuation.game.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Unions;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.testing.Game;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OwenValueTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);
  private static final long[] UNIONS = {0b000101, 0b001010, 0b110000};

  @Property(tries = 30)
  void valuesAreMeansOverOrdersInWhichUnionsStayTogether(@ForAll long seed) {
    Game game = Game.random(6, seed);
    double[] sums = new double[6];
    int orders = visit(game, Coalition.empty(6), sums);
    assertThat(orders).isEqualTo(6 * 2 * 2 * 2);
    assertThat(values(game, UNIONS))
        .containsExactly(Arrays.stream(sums).map(sum -> sum / orders).toArray(), TOLERANCE);
  }

  @Property(tries = 30)
  void unionsOfOneAndTheUnionOfAllGiveShapleyValues(@ForAll long seed) {
    Game game = Game.random(5, seed);
    assertThat(values(game, 1, 2, 4, 8, 16)).containsExactly(game.shapleyValues(), TOLERANCE);
    assertThat(values(game, 31)).containsExactly(game.shapleyValues(), TOLERANCE);
  }

  @Property(tries = 30)
  void valuesOfAUnionSumToItsValueAmongUnions(@ForAll long seed) {
    Game game = Game.random(6, seed);
    Game quotient =
        new Game(3, c -> game.of(new Coalition(6, c.players().mapToLong(k -> UNIONS[k]).sum())));
    double[] values = values(game, UNIONS);
    double[] ofUnions =
        Arrays.stream(UNIONS)
            .mapToDouble(
                union -> new Coalition(6, union).players().mapToDouble(i -> values[i]).sum())
            .toArray();
    assertThat(ofUnions).containsExactly(quotient.shapleyValues(), TOLERANCE);
  }

  @Test
  void coalitionsThatBreakTwoUnionsAreNotNeeded() {
    Game game = Game.random(4, 2);
    UtilityTable.Builder builder = UtilityTable.builder(4);
    LongStream.range(0, 16)
        .filter(members -> members % 4 == 0 || members % 4 == 3 || members / 4 % 3 == 0)
        .mapToObj(members -> new Coalition(4, members))
        .forEach(c -> builder.add(c, 0, game.of(c)));
    OwenValue estimator =
        new OwenValue(new Unions(List.of(new Coalition(4, 3), new Coalition(4, 12))));
    assertThat(Game.values(estimator.solve(builder.build()).orElseThrow()))
        .containsExactly(values(game, 3, 12), TOLERANCE);
    assertThat(estimator.solve(UtilityTable.builder(4).build())).isEmpty();
  }

  @Test
  void moreThanTwelvePlayersAreRefused() {
    Unions unions = new Unions(List.of(Coalition.grand(13)));
    assertThatIllegalArgumentException().isThrownBy(() -> new OwenValue(unions));
  }

  private static double[] values(Game game, long... unions) {
    return Game.values(
        new OwenValue(
                new Unions(
                    Arrays.stream(unions)
                        .mapToObj(union -> new Coalition(game.playerCount(), union))
                        .toList()))
            .solve(game.table())
            .orElseThrow());
  }

  /** Adds what players add over all orders that go on from a coalition; returns how many. */
  private static int visit(Game game, Coalition before, double[] sums) {
    if (before.size() == 6) {
      return 1;
    }
    long open =
        Arrays.stream(UNIONS)
            .filter(u -> (u & before.members()) != 0 && (u & ~before.members()) != 0)
            .sum();
    long next = (open == 0 ? -1 : open) & before.complement().members();
    int orders = 0;
    for (int player : IntStream.range(0, 6).filter(i -> (next >>> i & 1) != 0).toArray()) {
      Coalition after = new Coalition(6, before.members() | 1L << player);
      int through = visit(game, after, sums);
      sums[player] += through * (game.of(after) - game.of(before));
      orders += through;
    }
    return orders;
  }
}

package dev.clade.valuation.game.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.testing.Game;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** The axioms that characterize the Shapley value, on random games, for both estimators. */
class AxiomsTest {
  private static final Offset<Double> TOLERANCE = within(1e-9);

  @Property(tries = 60)
  void efficiency(@ForAll @IntRange(min = 2, max = 7) int players, @ForAll long seed) {
    Game game = Game.random(players, seed);
    double total = game.of(Coalition.grand(players)) - game.of(Coalition.empty(players));
    assertThat(Arrays.stream(exact(game)).sum()).isEqualTo(total, TOLERANCE);
    assertThat(Arrays.stream(sampled(game, seed)).sum()).isEqualTo(total, TOLERANCE);
  }

  @Property(tries = 60)
  void playersThatCanBeSwappedGetTheSame(
      @ForAll @IntRange(min = 2, max = 7) int players, @ForAll long seed) {
    Game random = Game.random(players, seed);
    Game game = new Game(players, c -> random.of(c) + random.of(swapFirstTwo(c)));
    double[] values = exact(game);
    assertThat(values[0]).isEqualTo(values[1], TOLERANCE);
  }

  @Property(tries = 60)
  void playerWhoNeverMattersGetsNothing(
      @ForAll @IntRange(min = 2, max = 7) int players, @ForAll long seed) {
    Game random = Game.random(players, seed);
    Game game = new Game(players, c -> random.of(new Coalition(players, c.members() & ~1L)));
    assertThat(exact(game)[0]).isEqualTo(0, TOLERANCE);
  }

  @Property(tries = 60)
  void valuesOfASumAreTheSumOfValues(
      @ForAll @IntRange(min = 2, max = 7) int players, @ForAll long seed) {
    Game one = Game.random(players, seed);
    Game other = Game.random(players, seed + 1);
    assertThat(exact(one.plus(other))).containsExactly(sum(exact(one), exact(other)), TOLERANCE);
    assertThat(sampled(one.plus(other), seed))
        .containsExactly(sum(sampled(one, seed), sampled(other, seed)), TOLERANCE);
  }

  private static double[] exact(Game game) {
    return new ExactEnumeration(game.playerCount())
        .solve(game.table()).orElseThrow().values().stream()
            .mapToDouble(PlayerValue::value)
            .toArray();
  }

  /** Values from three quarters of the coalitions, which determine them whatever the seed. */
  private static double[] sampled(Game game, long seed) {
    int budget = Math.max(4, (1 << game.playerCount()) * 3 / 4);
    KernelDesign design = KernelDesign.drawPaired(game.playerCount(), budget, seed);
    return new KernelShap(design)
        .solve(game.table(design, 1, 0, 0)).orElseThrow().values().stream()
            .mapToDouble(PlayerValue::value)
            .toArray();
  }

  private static Coalition swapFirstTwo(Coalition coalition) {
    long swapped = (coalition.members() & 1) << 1 | (coalition.members() & 2) >>> 1;
    return new Coalition(coalition.playerCount(), (coalition.members() & ~3L) | swapped);
  }

  private static double[] sum(double[] some, double[] others) {
    double[] sums = some.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += others[i];
    }
    return sums;
  }
}

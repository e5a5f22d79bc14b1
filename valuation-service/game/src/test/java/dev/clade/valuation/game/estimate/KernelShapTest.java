package dev.clade.valuation.game.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.WeightedUnit;
import dev.clade.valuation.game.testing.Game;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

/** KernelSHAP of coalitions that were drawn one by one. */
class KernelShapTest {
  @Property(tries = 40)
  void additiveGameIsExactFromAnySample(
      @ForAll @IntRange(min = 9, max = 30) int players, @ForAll long seed) {
    double[] worths = IntStream.range(0, players).mapToDouble(i -> i - 5.5).toArray();
    Solution solution =
        solve(Game.additive(7, worths), KernelDesign.draw(players, 10 * players, seed));
    assertThat(Game.values(solution)).containsExactly(worths, within(1e-9));
    assertThat(solution.diagnostics().rank()).isEqualTo(players);
    assertThat(solution.diagnostics().conditionNumber()).isGreaterThan(1).isLessThan(1e6);
  }

  @Property(tries = 20)
  void everyCoalitionGivesTheExactValues(
      @ForAll @IntRange(min = 2, max = 8) int players, @ForAll long seed) {
    Game game = Game.random(players, seed);
    assertThat(Game.values(solve(game, KernelDesign.draw(players, 1 << players, seed))))
        .containsExactly(game.shapleyValues(), within(1e-9));
  }

  @Property(tries = 40)
  void valuesSolveTheLagrangianOfAllDraws(@ForAll long seed) {
    Game game = Game.random(7, seed);
    KernelDesign design = KernelDesign.draw(7, 42, seed);
    List<Coalition> draws = new ArrayList<>();
    for (WeightedUnit unit : design.units()) {
      for (int draw = 0; draw < unit.weight(); draw++) {
        draws.add(unit.coalitions().getFirst());
      }
    }
    double empty = game.of(Coalition.empty(7));
    RealMatrix system = MatrixUtils.createRealMatrix(8, 8);
    RealVector right = new ArrayRealVector(8);
    for (Coalition draw : draws) {
      for (int i : draw.players().toArray()) {
        draw.players().forEach(j -> system.addToEntry(i, j, 1));
        right.addToEntry(i, game.of(draw) - empty);
      }
    }
    for (int i = 0; i < 7; i++) {
      system.setEntry(i, 7, 1);
      system.setEntry(7, i, 1);
    }
    right.setEntry(7, game.of(Coalition.grand(7)) - empty);
    double[] expected = new LUDecomposition(system).getSolver().solve(right).toArray();
    assertThat(Game.values(solve(game, design)))
        .containsExactly(Arrays.copyOf(expected, 7), within(1e-9));
  }

  @Property(tries = 40)
  void playersThatNeverPartAreUnderDetermined(@ForAll long seed) {
    KernelDesign design = KernelDesign.draw(12, 12, seed);
    assertThat(new KernelShap(design).solve(Game.saturating(12).table(design, 1, 0, 0))).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutTheEndpoints() {
    KernelDesign design = KernelDesign.draw(9, 92, 3);
    UtilityTable.Builder builder = UtilityTable.builder(9);
    design.coalitions().stream().skip(1).forEach(coalition -> builder.add(coalition, 0, 1));
    assertThat(new KernelShap(design).solve(builder.build())).isEmpty();
  }

  private static Solution solve(Game game, KernelDesign design) {
    return new KernelShap(design).solve(game.table(design, 1, 0, 0)).orElseThrow();
  }
}

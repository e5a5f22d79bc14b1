package dev.clade.valuation.game.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedSampleTest {
  @Property(tries = 40)
  void additiveGameIsExactFromAnySample(
      @ForAll @IntRange(min = 9, max = 40) int players, @ForAll long seed) {
    double[] worths = IntStream.range(0, players).mapToDouble(i -> i - 5.5).toArray();
    KernelDesign design = KernelDesign.drawPaired(players, 10 * players + 2, seed);
    Solution solution = solve(Game.additive(7, worths), design);
    assertThat(values(solution)).containsExactly(worths, within(1e-9));
    assertThat(solution.diagnostics().rank()).isEqualTo(players);
    assertThat(solution.diagnostics().conditionNumber()).isGreaterThan(1).isLessThan(1e6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 9})
  void everyCoalitionGivesTheExactValues(int players) {
    Game game = Game.random(players, 17);
    Solution exact = new ExactEnumeration(players).solve(game.table()).orElseThrow();
    Solution solution = solve(game, KernelDesign.drawPaired(players, 1 << players, 0));
    assertThat(values(solution)).containsExactly(values(exact), within(1e-9));
  }

  @Test
  void errorShrinksAsTheBudgetGrows() {
    Game game = Game.saturating(12);
    double[] exact = values(new ExactEnumeration(12).solve(game.table()).orElseThrow());
    double small = medianError(game, exact, 62);
    double middle = medianError(game, exact, 242);
    double large = medianError(game, exact, 962);
    assertThat(middle).isLessThan(small / 2);
    assertThat(large).isLessThan(middle / 2);
  }

  @Test
  void valuesComeWithTheFirstPairsThatDetermineThem() {
    Game game = Game.additive(1, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    KernelDesign design = KernelDesign.drawPaired(9, 92, 3);
    KernelShap estimator = new KernelShap(design);
    List<Coalition> coalitions = design.coalitions();
    UtilityTable.Builder builder = UtilityTable.builder(9);
    int first = 0;
    for (Coalition coalition : coalitions) {
      builder.add(coalition, 0, game.of(coalition));
      if (first == 0 && estimator.solve(builder.build()).isPresent()) {
        first = builder.build().coalitionCount();
      }
    }
    // Eight pairs at least, for nine values with a given sum; and no half pair counts.
    assertThat(first).isBetween(2 + 16, 2 + 40).isEven();
  }

  @Test
  void nothingIsSaidWithoutTheEndpoints() {
    KernelDesign design = KernelDesign.drawPaired(9, 92, 3);
    UtilityTable.Builder builder = UtilityTable.builder(9);
    design.coalitions().stream().skip(1).forEach(coalition -> builder.add(coalition, 0, 1));
    assertThat(new KernelShap(design).solve(builder.build())).isEmpty();
  }

  @Test
  void tooFewPairsAreUnderDetermined() {
    assertThat(determines(KernelDesign.drawPaired(20, 38, 1))).isFalse();
    assertThat(determines(KernelDesign.drawPaired(20, 202, 1))).isTrue();
  }

  @Test
  void noDegreeOfFreedomLeftMeansNoInterval() {
    // Three players have three pairs besides the endpoints; two of them determine the values.
    KernelDesign design =
        LongStream.range(0, 100)
            .mapToObj(seed -> KernelDesign.drawPaired(3, 6, seed))
            .filter(PairedSampleTest::determines)
            .findFirst()
            .orElseThrow();
    Solution solution = solve(Game.additive(0, 1, 2, 3), design);
    assertThat(values(solution)).containsExactly(new double[] {1, 2, 3}, within(1e-9));
    assertThat(solution.values()).allSatisfy(value -> assertThat(value.upper()).isNaN());
  }

  private static double medianError(Game game, double[] exact, int budget) {
    double[] errors =
        LongStream.range(0, 21)
            .mapToObj(seed -> values(solve(game, KernelDesign.drawPaired(12, budget, seed))))
            .mapToDouble(
                values ->
                    IntStream.range(0, 12)
                        .mapToDouble(i -> Math.pow(values[i] - exact[i], 2))
                        .sum())
            .sorted()
            .toArray();
    return errors[10];
  }

  private static Solution solve(Game game, KernelDesign design) {
    return new KernelShap(design).solve(game.table(design, 1, 0, 0)).orElseThrow();
  }

  /** Whether a design determines every value does not depend on utilities. */
  private static boolean determines(KernelDesign design) {
    UtilityTable.Builder table = UtilityTable.builder(design.playerCount());
    design.coalitions().forEach(each -> table.add(each, 0, 0));
    return new KernelShap(design).solve(table.build()).isPresent();
  }

  private static double[] values(Solution solution) {
    return solution.values().stream().mapToDouble(PlayerValue::value).toArray();
  }
}

package dev.clade.valuation.game.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedSampleDesignTest {
  @Property(tries = 100)
  void budgetIsTheNumberOfDistinctCoalitions(
      @ForAll @IntRange(min = 4, max = 64) int players,
      @ForAll @IntRange(min = 2, max = 8) int half,
      @ForAll long seed) {
    List<Coalition> coalitions = KernelDesign.drawPaired(players, 2 * half, seed).coalitions();

    assertThat(coalitions).hasSize(2 * half).doesNotHaveDuplicates();
    assertThat(coalitions).startsWith(Coalition.empty(players), Coalition.grand(players));
    for (int i = 0; i < coalitions.size(); i += 2) {
      assertThat(coalitions.get(i + 1)).isEqualTo(coalitions.get(i).complement());
    }
  }

  @Test
  void sameSeedDrawsTheSameAndAnotherSeedOthers() {
    List<WeightedUnit> units = KernelDesign.drawPaired(20, 202, 7).units();
    assertThat(KernelDesign.drawPaired(20, 202, 7).units()).isEqualTo(units);
    assertThat(KernelDesign.drawPaired(20, 202, 8).units()).isNotEqualTo(units);
  }

  @Test
  void largerBudgetContinuesTheSmallerOne() {
    assertThat(KernelDesign.drawPaired(20, 402, 7).coalitions())
        .startsWith(KernelDesign.drawPaired(20, 202, 7).coalitions().toArray(Coalition[]::new));
  }

  @Test
  void wholeBudgetHasEveryPairByItsProbability() {
    KernelDesign design = KernelDesign.drawPaired(5, 32, 1);
    assertThat(design.coalitions()).hasSize(32).doesNotHaveDuplicates();
    assertThat(design.units().stream().mapToDouble(WeightedUnit::weight).sum())
        .isEqualTo(1, within(1e-12));
  }

  @Test
  void nearlyWholeBudgetEnds() {
    assertThat(KernelDesign.drawPaired(10, 1022, 3).coalitions()).hasSize(1022);
  }

  @Test
  void sizesOfFourPlayersHaveTheirClosedFormProbabilities() {
    // 3/(k(4-k)) for k = 1, 2, 3 is 1, 3/4, 1: divided by their sum 4/11, 3/11, 4/11.
    ShapleyKernel kernel = new ShapleyKernel(4);
    assertThat(kernel.probability(new Coalition(4, 0b0001))).isEqualTo(1.0 / 11, within(1e-15));
    assertThat(kernel.probability(new Coalition(4, 0b0011))).isEqualTo(0.5 / 11, within(1e-15));
  }

  @Test
  void drawsFollowTheKernel() {
    ShapleyKernel kernel = new ShapleyKernel(5);
    int draws = 200_000;
    double[] counts = new double[32];
    LongStream.range(0, draws).forEach(j -> counts[(int) kernel.draw(99, j).members()]++);
    // 30 coalitions less one for the fixed total: the 99.9 % point of chi-squared(29) is 58.3.
    double chiSquared =
        LongStream.range(1, 31)
            .mapToDouble(
                members -> {
                  double expected = draws * kernel.probability(new Coalition(5, members));
                  double difference = counts[(int) members] - expected;
                  return difference * difference / expected;
                })
            .sum();
    assertThat(chiSquared).isLessThan(58.3);
    assertThat(DoubleStream.of(counts).sum()).isEqualTo(draws);
    assertThat(counts[0] + counts[31]).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1,4", "65,4", "4,2", "4,7", "4,18"})
  void impossibleDesignsAreRefused(int players, int budget) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelDesign.drawPaired(players, budget, 0));
  }
}

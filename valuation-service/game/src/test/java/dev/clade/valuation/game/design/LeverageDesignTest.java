package dev.clade.valuation.game.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeverageDesignTest {
  @Property(tries = 100)
  void budgetIsTheNumberOfDistinctCoalitions(
      @ForAll @IntRange(min = 8, max = 64) int players,
      @ForAll @IntRange(min = 2, max = 128) int half,
      @ForAll long seed) {
    List<Coalition> coalitions = LeverageDesign.draw(players, 2 * half, seed).coalitions();

    assertThat(coalitions).hasSize(2 * half).doesNotHaveDuplicates();
    assertThat(coalitions).startsWith(Coalition.empty(players), Coalition.grand(players));
    for (int i = 0; i < coalitions.size(); i += 2) {
      assertThat(coalitions.get(i + 1)).isEqualTo(coalitions.get(i).complement());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10})
  void wholeBudgetIsEveryCoalition(int players) {
    LeverageDesign design = LeverageDesign.draw(players, 1 << players, 4);
    assertThat(design.coalitions()).hasSize(1 << players).doesNotHaveDuplicates();
    assertThat(IntStream.range(1, players)).allMatch(k -> design.inclusionProbability(k) == 1);
  }

  @Test
  void sameSeedDrawsTheSameAndAnotherSeedOthers() {
    List<Coalition> coalitions = LeverageDesign.draw(20, 202, 7).coalitions();
    assertThat(LeverageDesign.draw(20, 202, 7).coalitions()).isEqualTo(coalitions);
    assertThat(LeverageDesign.draw(20, 202, 8).coalitions()).isNotEqualTo(coalitions);
  }

  @Test
  void largerBudgetContinuesTheSmallerOne() {
    assertThat(LeverageDesign.draw(64, 2002, 7).coalitions())
        .startsWith(LeverageDesign.draw(64, 202, 7).coalitions().toArray(Coalition[]::new));
  }

  @Test
  void wholeRoundsHaveEachSizeEquallyOften() {
    // Five rounds of 11 pairs: 110 coalitions, 10 of each size from 1 to 11.
    LeverageDesign design = LeverageDesign.draw(12, 2 + 110, 3);
    for (int size = 1; size < 12; size++) {
      assertThat(countOf(design, size)).isEqualTo(10);
    }
    assertThat(design.inclusionProbability(1)).isEqualTo(10.0 / 12, within(1e-15));
    assertThat(design.inclusionProbability(10)).isEqualTo(10.0 / 66, within(1e-15));
    assertThat(design.inclusionProbability(6)).isEqualTo(10.0 / 924, within(1e-15));
  }

  @Test
  void exhaustedSizeLeavesItsPartToTheOthers() {
    // 11 rounds would ask 22 coalitions of each size, but there are only 12 of one player.
    LeverageDesign design = LeverageDesign.draw(12, 2 + 24 + 9 * 22, 3);
    assertThat(design.inclusionProbability(1)).isEqualTo(1);
    assertThat(design.inclusionProbability(11)).isEqualTo(1);
    for (int size = 2; size < 11; size++) {
      assertThat(countOf(design, size)).isBetween(20L, 24L);
    }
  }

  @Test
  void pairsOfOneSizeAreEquallyLikely() {
    // 40,000 designs with 3 of the 15 pairs of a two-player coalition each, expected 8,000 times.
    // Inclusions of one design exclude each other, which makes the sum chi-squared(14) times 12/14.
    int designs = 40_000;
    double[] counts = new double[64];
    for (long seed = 0; seed < designs; seed++) {
      PairClass pairs = new PairClass(6, 2, seed);
      for (int draw = 0; draw < 3; draw++) {
        counts[(int) pairs.next().members()]++;
      }
    }
    double[] present = LongStream.range(0, 64).mapToDouble(i -> counts[(int) i]).toArray();
    double chiSquared = 0;
    int kinds = 0;
    for (double count : present) {
      if (count > 0) {
        chiSquared += (count - designs / 5.0) * (count - designs / 5.0) / (designs / 5.0);
        kinds++;
      }
    }
    assertThat(kinds).isEqualTo(15);
    // The 99.9 % point of chi-squared(14) is 36.1.
    assertThat(chiSquared * 14 / 12).isLessThan(36.1);
  }

  @ParameterizedTest
  @CsvSource({"1,4", "65,4", "4,2", "4,7", "4,18"})
  void impossibleDesignsAreRefused(int players, int budget) {
    assertThatIllegalArgumentException().isThrownBy(() -> LeverageDesign.draw(players, budget, 0));
  }

  private static long countOf(LeverageDesign design, int size) {
    return design.coalitions().stream().filter(coalition -> coalition.size() == size).count();
  }
}

package dev.clade.valuation.game.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedDesignTest {
  @Property(tries = 50)
  void playersAreEquallyOftenInCoalitionsOfASize(
      @ForAll @IntRange(min = 10, max = 30) int players, @ForAll long seed) {
    List<Coalition> coalitions =
        LeverageDesign.drawStratified(players, 2 + 4 * players, seed).coalitions();
    assertThat(coalitions).hasSize(2 + 4 * players).doesNotHaveDuplicates();
    for (int size = 1; size < players; size++) {
      int chosen = size;
      int[] joined =
          IntStream.range(0, players)
              .map(
                  player ->
                      (int)
                          coalitions.stream()
                              .filter(c -> c.size() == chosen && c.contains(player))
                              .count())
              .toArray();
      assertThat(IntStream.of(joined).max().orElseThrow())
          .isLessThanOrEqualTo(IntStream.of(joined).min().orElseThrow() + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 10})
  void wholeBudgetIsEveryCoalition(int players) {
    assertThat(LeverageDesign.drawStratified(players, 1 << players, 4).coalitions())
        .hasSize(1 << players)
        .doesNotHaveDuplicates();
  }

  @Test
  void largerBudgetContinuesTheSmallerOne() {
    List<Coalition> small = LeverageDesign.drawStratified(20, 62, 7).coalitions();
    assertThat(LeverageDesign.drawStratified(20, 402, 7).coalitions())
        .startsWith(small.toArray(Coalition[]::new));
    assertThat(LeverageDesign.drawStratified(20, 62, 8).coalitions()).isNotEqualTo(small);
  }

  @Test
  void coalitionsOfOneSizeAreEquallyLikely() {
    // The first round has two pairs with a half of two: one of 15 coalitions each, 20,000 times.
    int[] counts = new int[64];
    for (long seed = 0; seed < 20_000; seed++) {
      LeverageDesign.drawStratified(6, 12, seed).coalitions().stream()
          .filter(c -> c.size() == 2)
          .forEach(c -> counts[(int) c.members()]++);
    }
    double expected = IntStream.of(counts).sum() / 15.0;
    double chiSquared =
        IntStream.of(counts)
            .filter(count -> count > 0)
            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
            .sum();
    // The 99.9 % point of chi-squared(14); two of one design exclude each other, which lowers it.
    assertThat(chiSquared).isLessThan(36.1);
    assertThat(IntStream.of(counts).filter(count -> count > 0).count()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({"1,4", "65,4", "4,2", "4,7", "4,18"})
  void impossibleDesignsAreRefused(int players, int budget) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeverageDesign.drawStratified(players, budget, 0));
  }
}

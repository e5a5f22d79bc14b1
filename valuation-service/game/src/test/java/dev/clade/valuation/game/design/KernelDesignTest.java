package dev.clade.valuation.game.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelDesignTest {
  @Property(tries = 100)
  void budgetIsTheNumberOfDistinctCoalitions(
      @ForAll @IntRange(min = 4, max = 64) int players,
      @ForAll @IntRange(min = 3, max = 16) int budget,
      @ForAll long seed) {
    List<Coalition> coalitions = KernelDesign.draw(players, budget, seed).coalitions();
    assertThat(coalitions).hasSize(budget).doesNotHaveDuplicates();
    assertThat(coalitions).startsWith(Coalition.empty(players), Coalition.grand(players));
  }

  @Property(tries = 30)
  void weightsCountTheDrawsOfSeedAndIndex(@ForAll long seed) {
    KernelDesign design = KernelDesign.draw(7, 40, seed);
    ShapleyKernel kernel = new ShapleyKernel(7);
    Map<Coalition, Double> counts = new LinkedHashMap<>();
    for (long index = 0; counts.size() < 38; index++) {
      counts.merge(kernel.draw(seed, index), 1.0, Double::sum);
    }
    assertThat(design.units())
        .extracting(unit -> unit.coalitions().getFirst())
        .containsExactlyElementsOf(counts.keySet());
    assertThat(design.units())
        .extracting(WeightedUnit::weight)
        .containsExactlyElementsOf(counts.values());
  }

  @Test
  void wholeBudgetHasEveryCoalitionByItsProbability() {
    KernelDesign design = KernelDesign.draw(5, 32, 1);
    assertThat(design.coalitions()).hasSize(32).doesNotHaveDuplicates();
    // 4/(k(5-k)) is 1, 2/3, 2/3, 1 for k from 1 to 4: 0.3 for size 1, shared by five.
    assertThat(design.units().getFirst().weight()).isEqualTo(0.3 / 5, within(1e-15));
    assertThat(design.units().stream().mapToDouble(WeightedUnit::weight).sum())
        .isEqualTo(1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1,4", "65,4", "4,2", "4,17"})
  void impossibleDesignsAreRefused(int players, int budget) {
    assertThatIllegalArgumentException().isThrownBy(() -> KernelDesign.draw(players, budget, 0));
  }
}

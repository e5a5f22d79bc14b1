package dev.clade.valuation.game.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.testing.Game;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
  @ParameterizedTest
  @ValueSource(ints = {62, 122, 362, 1002, 4096})
  void weightsAreTheKernelOverTheDesignsInclusionProbability(int budget) {
    LeverageDesign design = LeverageDesign.draw(12, budget, 3);
    Sample sample = Sample.of(Game.random(12, 1).table(design, 1, 0, 0));
    for (int size = 1; size < 12; size++) {
      double kernel =
          1.0 / (CombinatoricsUtils.binomialCoefficient(12, size) * size * (12.0 - size));
      assertThat(sample.weight(size))
          .isEqualTo(kernel / design.inclusionProbability(size), within(1e-15));
    }
  }
}

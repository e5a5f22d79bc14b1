package dev.clade.valuation.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemivalueTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void betaOfOneAndOneIsShapley(int players) {
    assertThat(Semivalue.beta(1, 1).sizeWeights(players))
        .containsExactly(Semivalue.shapley().sizeWeights(players), within(1e-14));
  }

  @Test
  void banzhafWeighsSizesByTheirCoalitions() {
    assertThat(Semivalue.banzhaf().sizeWeights(5))
        .containsExactly(
            new double[] {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0}, within(1e-15));
  }

  @Test
  void betaOfTwoAndOneStressesSmallCoalitions() {
    // C(2,s) B(s+1, 4-s) / B(2,1) with B(1,4) = 1/4, B(2,3) = B(3,2) = 1/12 and B(2,1) = 1/2.
    assertThat(Semivalue.beta(2, 1).sizeWeights(3))
        .containsExactly(new double[] {1 / 2.0, 1 / 3.0, 1 / 6.0}, within(1e-15));
  }

  @Test
  void weightsOfManyPlayersSumToOne() {
    assertThat(Arrays.stream(Semivalue.beta(16, 0.5).sizeWeights(64)).sum())
        .isEqualTo(1, within(1e-12));
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Semivalue.beta(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Semivalue.beta(1, Double.NaN));
  }
}

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

/** Coalitions of one size, of any, and singletons before others. */
class SubsetDesignsTest {
  @Property(tries = 50)
  void coalitionsOfOneSizeAreDistinct(
      @ForAll @IntRange(min = 8, max = 64) int players, @ForAll long seed) {
    FixedSizeDesign design = FixedSizeDesign.draw(players, 0.5, 60, seed);
    assertThat(design.subsets()).hasSize(60).doesNotHaveDuplicates();
    assertThat(design.subsets()).allMatch(coalition -> coalition.size() == players / 2);
    assertThat(design.coalitions()).hasSize(62).containsAll(design.subsets());
    assertThat(FixedSizeDesign.draw(players, 0.5, 20, seed).subsets())
        .isEqualTo(design.subsets().subList(0, 20));
  }

  @Test
  void allCoalitionsOfASizeCanBeAskedFor() {
    assertThat(FixedSizeDesign.draw(6, 0.34, 15, 1).subsets()).hasSize(15).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"6,0.1,1", "6,1,1", "6,NaN,1", "6,0.5,0", "6,0.5,21", "65,0.5,1"})
  void impossibleSizesAreRefused(int players, double alpha, int count) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FixedSizeDesign.draw(players, alpha, count, 0));
  }

  @Test
  void everyPlayerJoinsByTheTossOfACoin() {
    List<Coalition> coalitions = UniformDesign.draw(20, 10_002, 3).coalitions();
    assertThat(coalitions).hasSize(10_002).doesNotHaveDuplicates();
    for (int player = 0; player < 20; player++) {
      int chosen = player;
      // Standard deviation 50.
      assertThat(coalitions.stream().filter(c -> c.contains(chosen)).count())
          .isBetween(4_800L, 5_200L);
    }
    assertThat(UniformDesign.draw(20, 102, 3).coalitions()).isEqualTo(coalitions.subList(0, 102));
    assertThat(UniformDesign.draw(4, 16, 3).coalitions()).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void impossibleBudgetsOfUniformDesignsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> UniformDesign.draw(4, 17, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> UniformDesign.draw(1, 3, 0));
  }

  @Test
  void singletonsComeFirstBeforeEverySampledDesign() {
    for (CoalitionDesign drawn :
        List.of(
            LeverageDesign.draw(12, 72, 5),
            KernelDesign.draw(12, 72, 5),
            KernelDesign.drawPaired(12, 72, 5),
            LeverageDesign.drawStratified(12, 72, 5),
            UniformDesign.draw(12, 72, 5),
            PermutationDesign.antithetic(12, 4, 5),
            FixedSizeDesign.draw(12, 0.5, 60, 5))) {
      List<Coalition> coalitions = new SingletonsFirst(drawn, 72).coalitions();
      assertThat(coalitions).hasSize(72).doesNotHaveDuplicates();
      assertThat(coalitions).startsWith(Coalition.empty(12), Coalition.grand(12));
      assertThat(coalitions.subList(2, 26))
          .allMatch(coalition -> coalition.size() == 1 || coalition.size() == 11);
      assertThat(drawn.coalitions()).containsAll(coalitions.subList(26, 72));
    }
  }

  @Test
  void whatTheOtherDesignCannotFillIsRefused() {
    LeverageDesign drawn = LeverageDesign.draw(12, 6, 1);
    int most = new SingletonsFirst(drawn, 26).coalitions().size();
    assertThat(most).isEqualTo(26);
    assertThatIllegalArgumentException().isThrownBy(() -> new SingletonsFirst(drawn, 31));
    assertThatIllegalArgumentException().isThrownBy(() -> new SingletonsFirst(drawn, 1));
  }

  @Test
  void tossesAndSizesFollowTheSeed() {
    assertThat(
            IntStream.range(0, 50)
                .mapToObj(seed -> FixedSizeDesign.draw(9, 0.5, 4, seed).subsets())
                .distinct())
        .hasSizeGreaterThan(45);
  }
}

package dev.clade.lineage.ecosystem.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.junit.jupiter.api.Test;

class RankTest {
  private static final double ROUNDING = 1e-12;
  private static final double[] EQUAL = {4, 4, 4};

  @Test
  void tiesShareTheMeanOfTheirRanks() {
    MidRanks ranks = MidRanks.of(new double[] {3, 1, 3, 0, 3});
    assertThat(IntStream.range(0, 5).mapToDouble(ranks::rank).toArray())
        .containsExactly(4, 2, 4, 1, 4);
    // 3³ − 3
    assertThat(ranks.ties()).isEqualTo(24);
  }

  @Property
  void ranksAreThoseOfHipparchus(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -9, max = 9) Integer> values) {
    double[] sample = values.stream().mapToDouble(Integer::doubleValue).toArray();
    MidRanks ranks = MidRanks.of(sample);
    assertThat(IntStream.range(0, sample.length).mapToDouble(ranks::rank).toArray())
        .containsExactly(new NaturalRanking().rank(sample));
  }

  @Test
  void aPerfectOrderLeavesNoChance() {
    double[] rising = {1, 2, 5, 9};
    assertThat(Spearman.of(rising, new double[] {2, 3, 4, 7})).isEqualTo(new Spearman(1, 0, 4));
    assertThat(Spearman.of(rising, new double[] {9, 8, 4, 1})).isEqualTo(new Spearman(-1, 0, 4));
  }

  @Test
  void whereNothingVariesNothingIsSaid() {
    assertThat(Spearman.of(EQUAL, new double[] {1, 2, 3}).rho()).isNaN();
    assertThat(Spearman.of(new double[] {1, 2}, new double[] {3, 4}).pValue()).isNaN();
    RankedGroups groups = RankedGroups.of(List.of(EQUAL, EQUAL));
    assertThat(KruskalWallis.of(groups).h()).isNaN();
    assertThat(KruskalWallis.of(groups).pValue()).isNaN();
    assertThat(MannWhitney.of(EQUAL, EQUAL)).isEqualTo(new MannWhitney(4.5, 0, 1, 0.5));
    assertThat(WilcoxonSignedRank.of(EQUAL, EQUAL)).isEqualTo(new WilcoxonSignedRank(0, 0, 0, 1));
    assertThat(Friedman.of(List.of(EQUAL, EQUAL)).chiSquared()).isNaN();
  }

  @Test
  void theSignSaysWhoIsLarger() {
    double[] small = {1, 2, 3, 3};
    double[] large = {3, 4, 5, 6};
    MannWhitney found = MannWhitney.of(large, small);
    // Of 16 pairs only two are ties.
    assertThat(found.a12()).isCloseTo(15 / 16.0, within(ROUNDING));
    assertThat(found.cliffsDelta()).isCloseTo(14 / 16.0, within(ROUNDING));
    assertThat(found.z()).isPositive().isEqualTo(-MannWhitney.of(small, large).z());
    assertThat(DunnPair.of(RankedGroups.of(List.of(large, small))))
        .singleElement()
        .extracting(DunnPair::z, InstanceOfAssertFactories.DOUBLE)
        .isPositive();
    assertThat(WilcoxonSignedRank.of(large, small).rankBiserial()).isEqualTo(1);
    assertThat(WilcoxonSignedRank.of(small, large).rankBiserial()).isEqualTo(-1);
  }

  @Test
  void holmStepsDown() {
    // .01·4, then .03·3, then .04·2 but no less, then .5.
    assertThat(MultipleTests.holm(new double[] {0.04, 0.01, 0.5, 0.03}))
        .containsExactly(new double[] {0.09, 0.04, 0.5, 0.09}, within(ROUNDING));
    assertThat(MultipleTests.bonferroni(new double[] {0.04, 0.5}))
        .containsExactly(new double[] {0.08, 1}, within(ROUNDING));
  }

  @Test
  void whatCannotBeRankedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MidRanks.of(new double[] {1, Double.NaN}))
        .withMessage("value 1 is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spearman.of(EQUAL, new double[2]))
        .withMessage("3 values cannot be paired with 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankedGroups.of(List.of(EQUAL, new double[0])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Friedman.of(List.of(EQUAL, new double[2])));
  }
}

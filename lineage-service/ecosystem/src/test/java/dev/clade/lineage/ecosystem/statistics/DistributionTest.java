package dev.clade.lineage.ecosystem.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void handWorkedCase() {
    Distribution distribution = Distribution.of(4, 1, 2, 2, 11);
    assertThat(distribution.counts().toString()).isEqualTo("{1=1, 2=2, 4=1, 11=1}");
    assertThat(distribution.count()).isEqualTo(5);
    assertThat(distribution.count(2)).isEqualTo(2);
    assertThat(distribution.count(3)).isZero();
    assertThat(distribution.countAtLeast(2)).isEqualTo(4);
    assertThat(distribution.countAtLeast(12)).isZero();
    // 20/5; deviations 0 -3 -2 -2 7 squared sum to 66, over 4.
    assertThat(distribution.mean()).isEqualTo(4);
    assertThat(distribution.standardDeviation()).isCloseTo(Math.sqrt(16.5), within(ROUNDING));
    assertThat(distribution.mode()).isEqualTo(2);
    assertThat(distribution.min()).isEqualTo(1);
    assertThat(distribution.max()).isEqualTo(11);
    assertThat(distribution.median()).isEqualTo(2);
    // Rank 0.9 · 4 = 3.6 lies between 4 and 11: 4 + 0.6 · 7.
    assertThat(distribution.quantile(0.9)).isCloseTo(8.2, within(ROUNDING));
    assertThat(distribution.quantile(0)).isEqualTo(1);
    assertThat(distribution.quantile(1)).isEqualTo(11);
  }

  @Test
  void ofEquallyFrequentValuesTheSmallestIsTheMode() {
    assertThat(Distribution.of(7, 3, 7, 3, 5).mode()).isEqualTo(3);
  }

  @Test
  void noValuesHaveNoMeanAndNoMode() {
    Distribution empty = Distribution.of();
    assertThat(empty).isEqualTo(Distribution.empty());
    assertThat(empty.count()).isZero();
    assertThat(empty.mean()).isNaN();
    assertThat(empty.standardDeviation()).isNaN();
    assertThat(empty.median()).isNaN();
    assertThatThrownBy(empty::max).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(empty::mode).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void oneValueHasNoStandardDeviation() {
    assertThat(Distribution.of(1).standardDeviation()).isNaN();
    assertThat(Distribution.of(1).quantile(0.75)).isEqualTo(1);
  }

  @Test
  void countsBeyondLongStayExact() {
    BigInteger many = BigInteger.TWO.pow(80);
    Distribution distribution = Distribution.ofCounts(Map.of(2, many, 4, many, 9, BigInteger.ZERO));
    assertThat(distribution.total()).isEqualTo(BigInteger.TWO.pow(81));
    assertThat(distribution.mean()).isEqualTo(3);
    // Half of 2·2⁸⁰ − 1 values lies halfway between the last 2 and the first 4.
    assertThat(distribution.median()).isEqualTo(3);
    assertThat(distribution.max()).isEqualTo(4);
    assertThatThrownBy(distribution::count).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void whatIsNoCountOrProbabilityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.ofCounts(Map.of(3, BigInteger.valueOf(-1))))
        .withMessage("3 occurs -1 times");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distribution.of(1).quantile(1.5))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> Distribution.of(1).quantile(Double.NaN));
  }

  @Property
  void equalsWhatHipparchusComputes(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = -50, max = 50) Integer> values,
      @ForAll @DoubleRange(min = 0.01, max = 1) double probability) {
    double[] sample = values.stream().mapToDouble(Integer::doubleValue).toArray();
    Distribution distribution = Distribution.of(values.stream().mapToInt(each -> each));
    assertThat(distribution.mean()).isCloseTo(new Mean().evaluate(sample), within(1e-9));
    assertThat(distribution.standardDeviation())
        .isCloseTo(new StandardDeviation().evaluate(sample), within(1e-9));
    assertThat(distribution.quantile(probability))
        .isCloseTo(
            new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(sample, 100 * probability),
            within(1e-6));
    assertThat((double) distribution.mode()).isEqualTo(StatUtils.mode(sample)[0]);
  }
}

package dev.clade.lineage.ecosystem.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void whatDoublesEachMonthDoublesInOne() {
    Exponential found = Exponential.of(new long[] {3, 6, 12, 24, 48});
    assertThat(found.rate().value()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(Math.exp(found.intercept().value())).isCloseTo(3, within(1e-12));
    assertThat(found.rSquared()).isCloseTo(1, within(1e-12));
    assertThat(found.doublingMonths().value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void whatMayNotGrowMayNeverDouble() {
    Exponential found = Exponential.of(new long[] {5, 6, 5, 6});
    assertThat(found.doublingMonths().value()).isGreaterThan(found.doublingMonths().lower());
    assertThat(found.doublingMonths().upper()).isInfinite();
    Exponential falling = Exponential.of(new long[] {100, 50, 26, 12, 6});
    assertThat(falling.doublingMonths().value())
        .isNegative()
        .isBetween(falling.doublingMonths().lower(), falling.doublingMonths().upper());
  }

  @Test
  void countsBelowOneHaveNoLogarithm() {
    assertThatIllegalArgumentException().isThrownBy(() -> Exponential.of(new long[] {1, 0, 4}));
    assertThatIllegalArgumentException().isThrownBy(() -> Exponential.of(new long[] {1, 2}));
  }

  @Test
  void eachCurveIsFoundAgain() {
    found(Curve.EXPONENTIAL, 1000, 0.15);
    found(Curve.LOGISTIC, 100_000, 0.4, 12);
    found(Curve.QUADRATIC, 500, 30, 9);
  }

  private static void found(Curve curve, double... parameters) {
    long[] counts =
        LongStream.range(0, 24).map(x -> Math.round(curve.value(parameters, x))).toArray();
    Growth growth = Growth.of(counts);
    CurveFit fit = growth.curves().get(curve.ordinal());
    assertThat(growth.comparison().getFirst().model()).isEqualTo(curve.name());
    assertThat(fit.converged()).isTrue();
    for (int i = 0; i < parameters.length; i++) {
      assertThat(fit.parameters().get(i))
          .isCloseTo(parameters[i], within(Math.abs(parameters[i]) * 0.01));
    }
  }

  @Test
  void gradientsAreThoseOfTheCurves() {
    double step = 1e-6;
    double[] parameters = {3, 0.2, 5};
    for (Curve curve : Curve.values()) {
      for (int i = 0; i < curve.gradient(parameters, 7).length; i++) {
        double[] more = parameters.clone();
        more[i] += step;
        double slope = (curve.value(more, 7) - curve.value(parameters, 7)) / step;
        assertThat(curve.gradient(parameters, 7)[i]).isCloseTo(slope, within(1e-3));
      }
    }
  }

  /** No rate makes a level series logistic: its start has no middle. */
  @Test
  void whatDoesNotConvergeIsTold() {
    CurveFit fit = CurveFit.of(Curve.LOGISTIC, new long[] {5, 5, 5, 5, 5});
    assertThat(fit.converged()).isFalse();
    assertThat(fit.parameters()).hasSize(3).containsOnly(Double.NaN);
    assertThat(fit.criterion()).isNaN();
  }

  @Test
  void sumsUpToEachMonth() {
    assertThat(Growth.cumulative(new long[] {1, 2, 3}, 10)).containsExactly(11, 13, 16);
    assertThat(Growth.cumulative(new long[0], 10)).isEmpty();
  }
}

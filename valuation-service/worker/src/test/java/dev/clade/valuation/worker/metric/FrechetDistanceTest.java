package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
  private static final double[][] IDENTITY = {{1, 0}, {0, 1}};

  @Test
  void shiftedDistributionsAreTheirMeansApart() {
    assertThat(distance(normal(0, 0, IDENTITY), normal(3, 4, IDENTITY)))
        .isCloseTo(25, within(1e-12));
  }

  /** Covariances that commute: the sum over dimensions of the squared difference of deviations. */
  @Test
  void diagonalCovariances() {
    assertThat(
            distance(
                normal(0, 0, new double[][] {{4, 0}, {0, 9}}),
                normal(0, 0, new double[][] {{1, 0}, {0, 25}})))
        .isCloseTo(1 + 4, within(1e-12));
  }

  /**
   * Covariances that do not commute, worked by hand: C1 C2 = {{8, 4}, {1, 2}} has trace 10 and
   * determinant 12, and the trace of a 2x2 matrix's root is the root of trace plus twice the root
   * of determinant.
   */
  @Test
  void covariancesThatDoNotCommute() {
    double[][] first = {{4, 0}, {0, 1}};
    double[][] second = {{2, 1}, {1, 2}};

    assertThat(distance(normal(0, 0, first), normal(0, 0, second)))
        .isCloseTo(5 + 4 - 2 * Math.sqrt(10 + 2 * Math.sqrt(12)), within(1e-12));
  }

  /** Two points lie on a line, so one eigenvalue is zero but for rounding. */
  @Test
  void singularCovariances() {
    GaussianSummary line = GaussianSummary.of(new double[][] {{0, 0}, {1, 1}});

    assertThat(distance(line, line)).isCloseTo(0, within(1e-7));
    assertThat(distance(line, normal(0.5, 0.5, new double[][] {{0, 0}, {0, 0}})))
        .isCloseTo(1, within(1e-12));
  }

  /**
   * Samples of the reference's own distribution are at distance 0; the plain estimate says some
   * {@code d (d + 5) / (4 n)} of n points in d dimensions.
   */
  @Test
  void extrapolationTakesTheBiasOfSmallSamplesAway() {
    int dimensions = 8;
    double[][] identity = new double[dimensions][dimensions];
    for (int i = 0; i < dimensions; i++) {
      identity[i][i] = 1;
    }
    FrechetDistance distance =
        new FrechetDistance(new GaussianSummary(new double[dimensions], identity));
    Random random = new Random(1);
    double plain = 0;
    double extrapolated = 0;
    for (int repetition = 0; repetition < 50; repetition++) {
      double[][] points = new double[200][dimensions];
      for (double[] point : points) {
        Arrays.setAll(point, i -> random.nextGaussian());
      }
      plain += distance.to(GaussianSummary.of(points)) / 50;
      extrapolated += distance.extrapolatedTo(points) / 50;
    }

    assertThat(plain).isGreaterThan(0.08);
    assertThat(extrapolated).isCloseTo(0, within(0.01));
  }

  @Property
  void symmetricAndZeroForEqualDistributions(
      @ForAll @DoubleRange(min = -5, max = 5) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 9) double variance,
      @ForAll @DoubleRange(min = 0.1, max = 9) double otherVariance,
      @ForAll @DoubleRange(min = -0.99, max = 0.99) double correlation) {
    double shared = correlation * Math.sqrt(variance * otherVariance);
    GaussianSummary one =
        normal(mean, 0, new double[][] {{variance, shared}, {shared, otherVariance}});
    GaussianSummary other = normal(0, mean, IDENTITY);

    assertThat(distance(one, one)).isCloseTo(0, within(1e-6));
    assertThat(distance(one, other)).isCloseTo(distance(other, one), within(1e-9));
  }

  private static double distance(GaussianSummary one, GaussianSummary other) {
    return new FrechetDistance(one).to(other);
  }

  private static GaussianSummary normal(double x, double y, double[][] covariance) {
    return new GaussianSummary(new double[] {x, y}, covariance);
  }
}

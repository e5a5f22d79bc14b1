package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UtilityTest {
  private static final int POINTS = 64;
  private static final LabelDistribution LABELS =
      LabelDistribution.of(new double[][] {{1, 0}, {0, 1}});

  @Test
  void namesAreTheContracts() {
    Map<String, Double> utilities =
        Utility.all(
            new SampleMeasurement(
                Math.E,
                2.5,
                new KernelDistance(Math.exp(-2), 0.01),
                new Neighbourhoods(0.1, 0.2, 1.3, 0.4),
                LABELS));

    assertThat(utilities)
        .containsExactly(
            entry("class_coverage", 1.0),
            entry("class_entropy", 1.0),
            entry("classifier_score", 2.0),
            entry("coverage", 0.4),
            entry("density", 1.3),
            entry("neg_fid", -Math.E),
            entry("neg_fid_extrapolated", -2.5),
            entry("neg_kid", -Math.exp(-2)),
            entry("neg_log_fid", -1.0),
            entry("neg_log_kid", 2.0),
            entry("precision", 0.1),
            entry("recall", 0.2));
  }

  @Test
  void aKernelDistanceBelowItsStandardErrorCountsAsThat() {
    assertThat(logarithmOfKernelDistance(-0.5, Math.exp(-3))).isEqualTo(3);
    assertThat(logarithmOfKernelDistance(0, 0)).isFinite();
  }

  @Test
  void aDistanceOfZeroStaysFinite() {
    double[][] points = points(1);
    Map<String, Double> utilities =
        Utility.all(new ReferenceSample(points).measure(points, new double[][] {{1, 0}}));

    assertThat(utilities.values()).allMatch(Double::isFinite);
    assertThat(utilities.get("neg_log_fid")).isGreaterThan(20);
  }

  /** One image of a sample at a thousand times the reference's distances, as after a divergence. */
  @Test
  void oneOutlierMovesRawDistancesOutOfAllProportionButNotWhatIsSharedOut() {
    ReferenceSample reference = new ReferenceSample(points(1));
    double[][] generated = points(2);
    Map<String, Double> before = Utility.all(reference.measure(generated, new double[][] {{1}}));
    generated[7] = new double[] {1_000, -1_000, 1_000};
    Map<String, Double> after = Utility.all(reference.measure(generated, new double[][] {{1}}));

    for (Utility utility : Utility.values()) {
      double change =
          Math.abs(after.get(utility.contractName()) - before.get(utility.contractName()));
      if (utility.scale() != Utility.Scale.RAW) {
        assertThat(change).as(utility.contractName()).isLessThan(40);
      } else if (utility != Utility.DENSITY) {
        assertThat(change).as(utility.contractName()).isGreaterThan(10_000);
      }
    }
  }

  private static double logarithmOfKernelDistance(double value, double standardError) {
    return Utility.all(
            new SampleMeasurement(
                1,
                1,
                new KernelDistance(value, standardError),
                new Neighbourhoods(1, 1, 1, 1),
                LABELS))
        .get("neg_log_kid");
  }

  private static double[][] points(long seed) {
    Random random = new Random(seed);
    double[][] points = new double[POINTS][3];
    for (double[] point : points) {
      Arrays.setAll(point, i -> random.nextGaussian());
    }
    return points;
  }
}

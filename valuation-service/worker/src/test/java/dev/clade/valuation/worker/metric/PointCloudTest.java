package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PointCloudTest {
  private static final double[][] POINTS = {{0, 0}, {3, 4}, {3, 4}, {0, 10}};

  @Test
  void distancesAreSquared() {
    assertThat(PointCloud.of(POINTS).within())
        .isDeepEqualTo(
            new double[][] {{0, 25, 25, 100}, {25, 0, 0, 45}, {25, 0, 0, 45}, {100, 45, 45, 0}});
    assertThat(PointCloud.of(POINTS).squaredNorms()).containsExactly(0, 25, 25, 100);
  }

  /** An equal point is a neighbour like any other; the point itself is none. */
  @Test
  void radiiReachToNeighboursOrToTheFarthest() {
    assertThat(PointCloud.of(POINTS).squaredRadii(1)).containsExactly(25, 0, 0, 45);
    assertThat(PointCloud.of(POINTS).squaredRadii(2)).containsExactly(25, 25, 25, 45);
    assertThat(PointCloud.of(POINTS).squaredRadii(5)).containsExactly(100, 45, 45, 100);
  }

  @Test
  void aLargeSampleIsThinnedEvenly() {
    double[][] points = new double[2 * PointCloud.MOST_POINTS][];
    Arrays.setAll(points, i -> new double[] {i});

    PointCloud thinned = PointCloud.of(points);

    assertThat(thinned.size()).isEqualTo(PointCloud.MOST_POINTS);
    assertThat(Arrays.stream(thinned.squaredNorms()).map(Math::sqrt).limit(4))
        .containsExactly(0.0, 2.0, 4.0, 6.0);
  }
}

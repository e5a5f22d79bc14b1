package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PixelScoresTest {
  /** Three training images (1, 0), (0, 1) and (0, 0); two generated ones (2, 0) and (3, 4). */
  @Test
  void cosinesAndNearestImages() {
    PixelScores scores =
        new PixelScores(new float[] {1, 0, 0, 1, 0, 0}, new float[] {2, 0, 3, 4}, 2);

    assertThat(scores.meanCosine()).containsExactly(new double[] {0.8, 0.4, 0}, within(1e-15));
    assertThat(scores.largestCosine()).containsExactly(new double[] {1, 0.8, 0}, within(1e-15));
    assertThat(scores.nearestShare()).containsExactly(0.5, 0.5, 0);
  }

  /** The generated image 1 is nearest to three, 0 is equally near to all four. */
  @Test
  void equallyNearImagesDivideAShare() {
    PixelScores scores = new PixelScores(new float[] {1, 1, -1, 1}, new float[] {1, 0}, 1);

    assertThat(scores.nearestShare())
        .containsExactly(new double[] {7 / 24.0, 7 / 24.0, 1 / 8.0, 7 / 24.0}, within(1e-15));
  }

  @Test
  void largestCosinesMayBeNegative() {
    assertThat(new PixelScores(new float[] {1}, new float[] {-1, -2}, 1).largestCosine())
        .containsExactly(-1);
  }
}

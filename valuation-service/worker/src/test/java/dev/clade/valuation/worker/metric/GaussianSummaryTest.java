package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GaussianSummaryTest {
  /** Worked by hand: deviations are (-1, -2), (0, 4), (1, -2). */
  @Test
  void meanAndUnbiasedCovariance() {
    GaussianSummary summary = GaussianSummary.of(new double[][] {{1, 0}, {2, 6}, {3, 0}});

    assertThat(summary.mean()).containsExactly(2, 2);
    assertThat(summary.covariance()[0]).containsExactly(1, 0);
    assertThat(summary.covariance()[1]).containsExactly(0, 12);
  }
}

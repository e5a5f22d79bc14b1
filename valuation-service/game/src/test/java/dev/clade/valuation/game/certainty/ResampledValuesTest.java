package dev.clade.valuation.game.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.statistic.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResampledValuesTest {
  private static final ResampledValues VALUES =
      new ResampledValues(
          new double[] {2, 1, -1},
          List.of(
              new double[] {1, 2, -1},
              new double[] {2, 1, 0},
              new double[] {3, 1, -1},
              new double[] {4, 0, 0},
              new double[] {5, 1, -2}),
          3);

  @Test
  void intervalsAreThePercentilesOfResamples() {
    // Type 7: places 0.1 * 4 and 0.9 * 4 among 1, 2, 3, 4, 5.
    assertThat(VALUES.interval(0, 0.8).lower()).isEqualTo(1.4, within(1e-12));
    assertThat(VALUES.interval(0, 0.8).upper()).isEqualTo(4.6, within(1e-12));
    assertThat(VALUES.standardError(0)).isEqualTo(Math.sqrt(2.5), within(1e-12));
    assertThat(VALUES.solvedCount()).isEqualTo(5);
    assertThat(VALUES.unsolvedCount()).isEqualTo(3);
  }

  @Test
  void ranksVaryWithResamples() {
    // Player 1 is second, except in the first resample and, sharing, in the fourth.
    assertThat(VALUES.rankInterval(1, 0.999)).isEqualTo(new Interval(1, 2));
    assertThat(VALUES.rankInterval(2, 0.999)).isEqualTo(new Interval(2, 3));
    assertThat(VALUES.topProbability(0, 1)).isEqualTo(0.8);
    assertThat(VALUES.topProbability(1, 2)).isEqualTo(1);
    assertThat(VALUES.topProbability(2, 2)).isEqualTo(0.2);
  }

  @Test
  void probabilityOfBeingPositiveLeavesOutZero() {
    assertThat(VALUES.positiveProbability(1)).isEqualTo(0.8);
    assertThat(VALUES.positiveProbability(2)).isZero();
  }

  @Test
  void shareHasTheErrorOfTheDeltaMethod() {
    // Sum 2; sums of resamples 2, 3, 3, 4, 4. Player 0 has 1: (value - sum) / 2 = -.5, -.5, 0, 0,
    // .5 with variance (.16 + .16 + .01 + .01 + .36) / 4 = .175.
    ValueShare share = VALUES.share(0).orElseThrow();
    assertThat(share.part()).isEqualTo(1);
    assertThat(share.standardError()).isEqualTo(Math.sqrt(0.175), within(1e-12));
    assertThat(share.interval().upper()).isEqualTo(1 + 1.959964 * Math.sqrt(0.175), within(1e-6));
  }

  @Test
  void thereAreNoSharesOfASumThatMayBeZero() {
    ResampledValues values =
        new ResampledValues(
            new double[] {1, 0}, List.of(new double[] {3, 0}, new double[] {-1, 0}), 0);
    assertThat(values.share(0)).isEmpty();
  }

  @Test
  void withoutASolvedResampleNothingIsTold() {
    ResampledValues values = new ResampledValues(new double[] {1}, List.of(), 4);
    assertThat(values.interval(0, 0.9)).isEqualTo(Interval.UNKNOWN);
    assertThat(values.rankInterval(0, 0.9)).isEqualTo(Interval.UNKNOWN);
    assertThat(values.positiveProbability(0)).isNaN();
    assertThat(values.share(0)).isEmpty();
  }
}

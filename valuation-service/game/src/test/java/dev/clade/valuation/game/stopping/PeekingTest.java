package dev.clade.valuation.game.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often an interval leaves out the truth at any of many looks at one run. */
class PeekingTest {
  private static final double ERROR = 0.05;
  private static final double MARGIN = 0.01;
  private static final int RUNS = 1000;

  /** Looks at 20, 40, ..., 400 units. */
  private static final List<Integer> LOOKS =
      IntStream.rangeClosed(1, 20).mapToObj(look -> 20 * look).toList();

  @Test
  void oneLookIsWrongAsOftenAsItSays() {
    assertThat(everWrong((value, units) -> units == 400 ? naive(value) : Optional.empty()))
        .isBetween(ERROR - 2 * MARGIN, ERROR + 2 * MARGIN);
  }

  @Test
  void uncorrectedLooksAreWrongFarMoreOften() {
    assertThat(everWrong((value, _) -> naive(value))).isGreaterThan(4 * ERROR);
  }

  @Test
  void plannedLooksKeepTheirError() {
    for (SpendingFunction spending : SpendingFunction.values()) {
      PlannedLooks looks = new PlannedLooks(LOOKS, spending);
      assertThat(everWrong((value, units) -> looks.halfWidth(value, units, ERROR)))
          .isBetween(0.002, ERROR + MARGIN);
    }
  }

  @Test
  void sequenceKeepsItsError() {
    ConfidenceSequence sequence = new ConfidenceSequence(100);
    assertThat(everWrong((value, units) -> sequence.halfWidth(value, units, ERROR)))
        .isBetween(0.002, ERROR + MARGIN);
  }

  private static Optional<Double> naive(PlayerValue value) {
    return Optional.of(value.halfWidth(1 - ERROR));
  }

  /** Returns the part of runs in which an interval about the mean of Gaussian units misses 0. */
  private static double everWrong(BiFunction<PlayerValue, Integer, Optional<Double>> halfWidth) {
    int wrong = 0;
    for (int run = 0; run < RUNS; run++) {
      Random random = new Random(run);
      double sum = 0;
      double squares = 0;
      boolean missed = false;
      for (int units = 1; units <= LOOKS.getLast() && !missed; units++) {
        double unit = random.nextGaussian();
        sum += unit;
        squares += unit * unit;
        if (LOOKS.contains(units)) {
          double mean = sum / units;
          double variance = (squares - units * mean * mean) / (units - 1) / units;
          PlayerValue value =
              Solution.playerValues(new double[] {mean}, new double[] {variance}, units - 1)
                  .getFirst();
          missed = halfWidth.apply(value, units).map(half -> Math.abs(mean) > half).orElse(false);
        }
      }
      wrong += missed ? 1 : 0;
    }
    return wrong / (double) RUNS;
  }
}

package dev.clade.lineage.ecosystem.powerlaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerLawTest {
  static List<Counted> sets() {
    return Counted.all();
  }

  @Test
  void handWorkedCounts() {
    CountedValues values = CountedValues.of(new long[] {3, 0, 1, 3, 8, 0, 1, 1});
    assertThat(values.size()).isEqualTo(3);
    assertThat(values.total()).isEqualTo(6);
    assertThat(LongStream.range(0, 3).map(i -> values.value((int) i))).containsExactly(1L, 3L, 8L);
    assertThat(LongStream.range(0, 3).map(i -> values.count((int) i))).containsExactly(3L, 2L, 1L);
    assertThat(LongStream.range(0, 3).map(i -> values.tail((int) i))).containsExactly(6L, 3L, 1L);
    assertThat(values.mean(1)).isEqualTo(14 / 3.0);
    assertThat(values.meanLogarithm(1)).isCloseTo(Math.log(72) / 3, within(1e-15));
    assertThat(values.index(8)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("sets")
  void noXminIsBetterThanTheBest(Counted set) {
    PowerLawFit best =
        IntStream.range(0, set.values().size() - 1)
            .filter(index -> set.values().tail(index) >= PowerLawFit.SMALLEST_TAIL)
            .mapToObj(index -> PowerLawFit.at(set.values(), index))
            .min(Comparator.comparingDouble(PowerLawFit::distance))
            .orElseThrow();
    assertThat(set.fit()).isEqualTo(best);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theNumberOfThreadsChangesNothing(int threads) throws Exception {
    for (Counted set : Counted.all()) {
      assertThat(inPool(threads, set::fit)).isEqualTo(set.fit());
      assertThat(inPool(threads, () -> Plausibility.of(set.values(), set.fit(), 20, 7)))
          .isEqualTo(Plausibility.of(set.values(), set.fit(), 20, 7));
    }
  }

  private static <T> T inPool(int threads, Callable<T> task) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(task).get();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 30, 5_000})
  void probabilitiesAddUp(long xmin) {
    List<TailModel> models = new ArrayList<>();
    models.add(PowerLaw.of(xmin, 3.5));
    models.add(new LognormalTail(xmin, Math.log((double) xmin), 0.4));
    models.add(new LognormalTail(xmin, Math.log((double) xmin) - 50, 4));
    models.add(new GeometricTail(xmin, 20.0 / xmin));
    for (TailModel model : models) {
      double sum =
          LongStream.range(xmin, 400 * xmin + 10_000)
              .mapToDouble(x -> Math.exp(model.logProbability(x)))
              .sum();
      assertThat(sum).as("%s", model).isCloseTo(1, within(1e-5));
    }
    PowerLaw law = PowerLaw.of(xmin, 3.5);
    assertThat(law.survival(xmin)).isCloseTo(1, within(1e-14));
    assertThat(law.survival(xmin) - law.survival(xmin + 1))
        .isCloseTo(Math.exp(law.logProbability(xmin)), within(1e-13));
  }

  @Test
  void tailsThatAreTooSmallHaveNoFit() {
    long[] few = LongStream.rangeClosed(1, 49).toArray();
    assertThat(PowerLawFit.of(CountedValues.of(few))).isEqualTo(Optional.empty());
    long[] equal = LongStream.generate(() -> 5).limit(100).toArray();
    assertThat(PowerLawFit.of(CountedValues.of(equal))).isEmpty();
    assertThat(PowerLawFit.of(CountedValues.of(new long[0]))).isEmpty();
  }

  @Test
  void nearlyEqualValuesHaveAHugeExponent() {
    long[] values = LongStream.range(0, 60).map(i -> i == 0 ? 100_001 : 100_000).toArray();
    PowerLawFit fit = PowerLawFit.of(CountedValues.of(values)).orElseThrow();
    assertThat(fit.law().alpha()).isGreaterThan(100_000);
    assertThat(fit.distance()).isBetween(0.0, 0.01);
  }

  @Test
  void whatNoLawCanHaveIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PowerLaw.of(0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> PowerLaw.of(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountedValues.of(new long[] {2, -3}))
        .withMessageContaining("-3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountedValues.of(new long[] {2}).index(3))
        .withMessageContaining("3");
  }

  @Test
  void aPlotNeedsFewPoints() {
    CountedValues values = CountedValues.of(LongStream.rangeClosed(1, 1_000).toArray());
    // √1000 is 31.6.
    assertThat(SurvivalPoint.of(values, 2))
        .containsExactly(
            new SurvivalPoint(1, 1), new SurvivalPoint(32, 0.969), new SurvivalPoint(1_000, 0.001));
    assertThat(SurvivalPoint.of(CountedValues.of(new long[] {4, 4}), 3))
        .containsExactly(new SurvivalPoint(4, 1));
    assertThat(SurvivalPoint.of(CountedValues.of(new long[0]), 3)).isEmpty();
  }
}

package dev.clade.valuation.game.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often nominal 95 % intervals hold the true value, over seeded repetitions. */
class CoverageTest {
  private static final int REPETITIONS = 300;

  @ParameterizedTest
  @CsvSource({"4, 2", "6, 2", "6, 3"})
  void exactIntervalsCoverTheNoiseOfTraining(int players, int replicates) {
    Game game = Game.saturating(players);
    ExactEnumeration estimator = new ExactEnumeration(players);
    assertThat(
            coverage(
                game,
                seed ->
                    estimator
                        .solve(game.table(new ExhaustiveDesign(players), replicates, 0.3, seed))
                        .orElseThrow()))
        .isBetween(0.90, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"62, 1, 0", "122, 1, 0", "62, 2, 0.2", "122, 2, 0.2", "242, 2, 0.2"})
  void sampledIntervalsCoverTheChoiceOfCoalitionsAndTheNoise(
      int budget, int replicates, double noise) {
    Game game = Game.saturating(12);
    assertThat(
            coverage(
                game,
                seed -> {
                  KernelDesign design = KernelDesign.drawPaired(12, budget, seed);
                  return new KernelShap(design)
                      .solve(game.table(design, replicates, noise, seed))
                      .orElseThrow();
                }))
        .isBetween(0.90, 1.0);
  }

  @Test
  void intervalsOfManyCoalitionsAreNarrowerThanThoseOfFew() {
    Game game = Game.saturating(12);
    assertThat(width(game, 482)).isLessThan(width(game, 62) / 2);
  }

  private static double width(Game game, int budget) {
    KernelDesign design = KernelDesign.drawPaired(12, budget, 5);
    return new KernelShap(design)
        .solve(game.table(design, 2, 0.2, 5)).orElseThrow().values().stream()
            .mapToDouble(value -> value.upper() - value.lower())
            .average()
            .orElseThrow();
  }

  private static double coverage(Game game, LongFunction<Solution> repetition) {
    List<PlayerValue> truth =
        new ExactEnumeration(game.playerCount()).solve(game.table()).orElseThrow().values();
    return LongStream.range(0, REPETITIONS)
        .mapToObj(repetition)
        .flatMapToDouble(
            solution ->
                IntStream.range(0, truth.size())
                    .mapToDouble(
                        i ->
                            solution.values().get(i).lower() <= truth.get(i).value()
                                    && truth.get(i).value() <= solution.values().get(i).upper()
                                ? 1
                                : 0))
        .average()
        .orElseThrow();
  }
}

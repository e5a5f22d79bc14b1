package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CounterRandom;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Standard errors of values from the solutions of separate blocks of the sample, as the reference
 * code of Covert and Lee (2021) has them: the standard deviation between blocks over the square
 * root of their number. Simple and free of assumptions about residuals, but it reads the precision
 * of small samples, which is worse than in proportion for regressions: it errs to the wide side.
 * The noise of the two endpoints, which blocks share, is left out.
 *
 * @param blockCount blocks, at least {@value #FEWEST_BLOCKS}
 * @param standardErrors one a player
 * @param ratio the largest standard error over the spread of values, highest less lowest; runs are
 *     commonly stopped at 0.01
 */
public record BatchMeans(int blockCount, List<Double> standardErrors, double ratio) {
  /** The fewest blocks that tell a variance. */
  public static final int FEWEST_BLOCKS = 5;

  /** Copies the list. */
  public BatchMeans {
    standardErrors = List.copyOf(standardErrors);
  }

  /**
   * Deals the pairs of a table to blocks at random and solves each block.
   *
   * @param estimator a pure function of the table
   * @param blockSize coalitions a block, at least 2; about 10 a player, 25 where utilities are
   *     noisy
   * @param seed any number
   * @return nothing when the table has fewer than {@value #FEWEST_BLOCKS} blocks, or it or a block
   *     has no solution
   * @throws IllegalArgumentException when a block is of fewer than 2
   */
  public static Optional<BatchMeans> of(
      Estimator estimator, UtilityTable table, int blockSize, long seed) {
    if (blockSize < 2) {
      throw new IllegalArgumentException("block size must be at least 2: " + blockSize);
    }
    PairUnits units = PairUnits.of(table).shuffled(CounterRandom.at(seed, 0));
    int blocks = (table.coalitionCount() - 2) / blockSize;
    Optional<Solution> whole = estimator.solve(table);
    if (whole.isEmpty() || blocks < FEWEST_BLOCKS) {
      return Optional.empty();
    }
    List<double[]> solutions = new ArrayList<>(blocks);
    for (int block = 0; block < blocks; block++) {
      int chosen = block;
      estimator
          .solve(units.at(place -> place % blocks == chosen))
          .map(PairedBootstrap::values)
          .ifPresent(solutions::add);
    }
    if (solutions.size() < blocks) {
      return Optional.empty();
    }
    ResampledValues spread = new ResampledValues(PairedBootstrap.values(whole.get()), solutions, 0);
    double[] errors =
        IntStream.range(0, table.playerCount())
            .mapToDouble(player -> spread.standardError(player) / Math.sqrt(blocks))
            .toArray();
    double[] values = PairedBootstrap.values(whole.get());
    double range =
        Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
    return Optional.of(
        new BatchMeans(
            blocks,
            Arrays.stream(errors).boxed().toList(),
            Arrays.stream(errors).max().orElseThrow() / range));
  }
}

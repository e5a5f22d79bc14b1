package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.statistic.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Values of a table beside those of its resamples. Intervals are over solved resamples. */
public final class ResampledValues {
  private static final double NORMAL_REACH = 1.959963984540054;

  private final double[] estimate;
  private final List<double[]> draws;
  private final int unsolved;

  /**
   * Creates the collection.
   *
   * @param estimate the values of the table itself
   * @param draws the values of each resample that could be solved
   * @param unsolved resamples that could not
   */
  ResampledValues(double[] estimate, List<double[]> draws, int unsolved) {
    this.estimate = estimate.clone();
    this.draws = List.copyOf(draws);
    this.unsolved = unsolved;
  }

  /** Returns how many players there are. */
  public int playerCount() {
    return estimate.length;
  }

  /** Returns the value of a player from the table itself. */
  public double value(int player) {
    return estimate[player];
  }

  /** Returns how many resamples were solved. */
  public int solvedCount() {
    return draws.size();
  }

  /** Returns how many resamples could not be solved: their coalitions did not determine values. */
  public int unsolvedCount() {
    return unsolved;
  }

  /** Returns the standard error of a value; NaN of fewer than two solved resamples. */
  public double standardError(int player) {
    return Math.sqrt(variance(drawsOf(player)));
  }

  /** Returns the percentile interval of a value (Efron 1979). */
  public Interval interval(int player, double confidence) {
    return Interval.ofDraws(drawsOf(player), confidence);
  }

  /**
   * Returns the places of a player by value, 1 for the highest, that hold at least a part of the
   * resamples when as many are left out above as below. Equal values share the better place.
   *
   * @return ends are whole numbers; unknown when no resample was solved
   */
  public Interval rankInterval(int player, double confidence) {
    if (draws.isEmpty()) {
      return Interval.UNKNOWN;
    }
    int[] ranks = draws.stream().mapToInt(draw -> rank(draw, player)).sorted().toArray();
    double tail = (1 - confidence) / 2 * (ranks.length - 1);
    return new Interval(
        ranks[(int) Math.floor(tail)], ranks[(int) Math.ceil(ranks.length - 1 - tail)]);
  }

  /** Returns the part of resamples in which a value is above 0; NaN when none was solved. */
  public double positiveProbability(int player) {
    return part(draw -> draw[player] > 0);
  }

  /**
   * Returns the part of resamples in which a player is among the k highest; NaN when none was
   * solved.
   */
  public double topProbability(int player, int k) {
    return part(draw -> rank(draw, player) <= k);
  }

  /**
   * Returns the part of a player in the sum of all values, with its standard error by the delta
   * method: that of (value - part * sum) / sum, sum held fixed. The interval is a normal one.
   *
   * @return nothing when the sum cannot be told from 0, for then parts mean nothing
   */
  public Optional<ValueShare> share(int player) {
    double sum = Arrays.stream(estimate).sum();
    double[] sums = draws.stream().mapToDouble(draw -> Arrays.stream(draw).sum()).toArray();
    double sumError = Math.sqrt(variance(sums));
    if (!(Math.abs(sum) > NORMAL_REACH * sumError)) {
      return Optional.empty();
    }
    double part = estimate[player] / sum;
    double[] linear = drawsOf(player);
    for (int draw = 0; draw < linear.length; draw++) {
      linear[draw] = (linear[draw] - part * sums[draw]) / sum;
    }
    double error = Math.sqrt(variance(linear));
    return Optional.of(
        new ValueShare(
            part, error, new Interval(part - NORMAL_REACH * error, part + NORMAL_REACH * error)));
  }

  private double[] drawsOf(int player) {
    return draws.stream().mapToDouble(draw -> draw[player]).toArray();
  }

  private double part(Predicate<double[]> event) {
    return draws.isEmpty()
        ? Double.NaN
        : (double) draws.stream().filter(event).count() / draws.size();
  }

  private static int rank(double[] draw, int player) {
    return 1 + (int) Arrays.stream(draw).filter(other -> other > draw[player]).count();
  }

  private static double variance(double[] numbers) {
    if (numbers.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(numbers).sum() / numbers.length;
    return Arrays.stream(numbers).map(each -> (each - mean) * (each - mean)).sum()
        / (numbers.length - 1);
  }
}

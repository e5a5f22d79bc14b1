package dev.clade.valuation.game.regression;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * Regression-adjusted maximum sample reuse (Witter et al. 2025): the values of a fitted function,
 * plus the mean of what it leaves of each utility. Unbiased, whatever the function.
 *
 * <p>A Shapley value is v(grand)/n - v(empty)/n plus, for each size k between, the mean over all
 * coalitions of that size of v/k for those with the player and -v/(n-k) for those without. Any
 * function f may be taken from v in a size's mean if its own exact mean is added back.
 *
 * <p>It is unbiased only if f does not know the coalitions that correct it. Pairs are dealt to
 * folds, and each fold is corrected for the fit to all others. Sampling is without replacement,
 * which is used: given the others' coalitions of a size, those of the fold are a uniform sample of
 * all the <em>rest</em> of that size. So the sum over the others is taken as it is and only the sum
 * over the rest is estimated from the fold. An exhausted size is exact therefore. Folds count by
 * their coalitions of the size.
 *
 * @param folds how many at most
 * @param fit the function that fits a sample
 */
record SampleReuse(int folds, Function<Sample, Surrogate> fit) {

  /** Returns the values, without intervals; none unless every size was evaluated. */
  Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    if (!table.hasEndpoints()) {
      return Optional.empty();
    }
    Sample sample = Sample.of(table);
    if (IntStream.range(1, n).anyMatch(size -> sample.count(size) == 0)) {
      return Optional.empty();
    }
    double[] values = new double[n];
    List<List<Observation>> units = shuffled(sample);
    int used = Math.min(folds, units.size());
    for (int fold = 0; fold < used; fold++) {
      int chosen = fold;
      Map<Boolean, List<List<Observation>>> parts =
          IntStream.range(0, units.size())
              .boxed()
              .collect(partitioningBy(i -> i % used == chosen, mapping(units::get, toList())));
      add(sample, sample.of(parts.get(true)), sample.of(parts.get(false)), values);
    }
    for (int player = 0; player < n; player++) {
      values[player] += (table.grand() - table.empty()) / n;
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[n], new double[n]),
            Diagnostics.of(table, values, sample.count() + 2, 0, 0)));
  }

  /** Adds to the values the part of a fold, corrected for the fit to all out of it. */
  private void add(Sample sample, Sample in, Sample out, double[] values) {
    Surrogate surrogate = fit.apply(out);
    int n = sample.playerCount();
    double[] forOthers = new double[n];
    double[] forFold = new double[n];
    for (int size = 1; size < n; size++) {
      if (in.count(size) > 0) {
        double part = (double) in.count(size) / sample.count(size);
        double[] ofSize = surrogate.partOfSize(size);
        for (int player = 0; player < n; player++) {
          values[player] += part * ofSize[player];
        }
        double all = CombinatoricsUtils.binomialCoefficientDouble(n, size);
        forOthers[size] = part / all;
        forFold[size] = part * (all - out.count(size)) / all / in.count(size);
      }
    }
    addResiduals(out, surrogate, forOthers, values);
    addResiduals(in, surrogate, forFold, values);
  }

  private static void addResiduals(
      Sample sample, Surrogate surrogate, double[] weightOfSize, double[] values) {
    int n = sample.playerCount();
    for (List<Observation> unit : sample.units()) {
      for (Observation observation : unit) {
        int size = observation.size();
        double residual =
            weightOfSize[size] == 0 ? 0 : weightOfSize[size] * surrogate.residual(observation);
        for (int player = 0; player < n; player++) {
          values[player] +=
              observation.coalition().contains(player) ? residual / size : -residual / (n - size);
        }
      }
    }
  }

  /** Returns the units in an order that does not depend on which coalitions they hold. */
  private static List<List<Observation>> shuffled(Sample sample) {
    List<List<Observation>> units = new ArrayList<>(sample.units());
    long seed = 0;
    for (List<Observation> unit : units) {
      seed = 31 * seed + unit.getFirst().coalition().members();
    }
    Collections.shuffle(units, new Random(seed));
    return units;
  }
}

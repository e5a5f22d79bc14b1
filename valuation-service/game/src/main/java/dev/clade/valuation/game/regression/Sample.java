package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The coalitions between empty and grand that a table has, in independent units: a coalition with
 * its complement where both are known, else one alone.
 *
 * <p>Within a size every coalition must have been as likely as any other, as in all designs here.
 * Then, given how many there are of each size, a coalition of size k is in the sample with
 * probability m(k)/C(n,k), whatever the design's distribution of sizes. An exhausted size has
 * probability 1.
 */
final class Sample {
  private final int playerCount;
  private final List<List<Observation>> units;
  private final int[] countOfSize;

  private Sample(int playerCount, List<List<Observation>> units) {
    this.playerCount = playerCount;
    this.units = units;
    this.countOfSize = new int[playerCount + 1];
    units.forEach(unit -> unit.forEach(observation -> countOfSize[observation.size()]++));
  }

  /** Returns the sample of a table. */
  static Sample of(UtilityTable table) {
    List<List<Observation>> units = new ArrayList<>();
    table.forEach(
        (coalition, utilities) -> {
          Coalition complement = coalition.complement();
          boolean paired = table.has(complement);
          if (coalition.size() > 0
              && complement.size() > 0
              && (!paired || coalition.compareTo(complement) < 0)) {
            Observation first = new Observation(coalition, utilities.mean());
            units.add(
                paired
                    ? List.of(first, new Observation(complement, table.mean(complement)))
                    : List.of(first));
          }
        });
    return new Sample(table.playerCount(), units);
  }

  /** Returns the sample of some of the units. */
  Sample of(List<List<Observation>> some) {
    return new Sample(playerCount, some);
  }

  /** Returns the same coalitions with other utilities. */
  Sample with(ToDoubleFunction<Observation> utility) {
    return of(
        units.stream()
            .map(
                unit ->
                    unit.stream()
                        .map(each -> new Observation(each.coalition(), utility.applyAsDouble(each)))
                        .toList())
            .toList());
  }

  int playerCount() {
    return playerCount;
  }

  List<List<Observation>> units() {
    return units;
  }

  /** Returns how many coalitions of a size there are. */
  int count(int size) {
    return countOfSize[size];
  }

  /** Returns how many coalitions there are. */
  int count() {
    return units.stream().mapToInt(List::size).sum();
  }

  /**
   * Returns the weight of a coalition of a size in least squares. The Shapley kernel over the
   * inclusion probability is 1 / (C(n,k) k (n-k)) / (m(k)/C(n,k)), where the binomials cancel.
   */
  double weight(int size) {
    return sizeWeight(size) / countOfSize[size];
  }

  /** Returns the weight of all coalitions of a size together. */
  double sizeWeight(int size) {
    return 1.0 / ((double) size * (playerCount - size));
  }
}

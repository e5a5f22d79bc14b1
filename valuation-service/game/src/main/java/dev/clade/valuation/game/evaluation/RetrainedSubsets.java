package dev.clade.valuation.game.evaluation;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Utilities of models that were retrained on subsets of contributors to test values against.
 *
 * @param subsets coalitions of equal size, at least {@value #FEWEST}, in order
 * @param utilitiesBySeed for each training seed the utility of each subset
 */
public record RetrainedSubsets(List<Coalition> subsets, List<double[]> utilitiesBySeed) {
  /** The fewest subsets that can be put in an order worth the name. */
  public static final int FEWEST = 3;

  /**
   * Checks and copies the lists.
   *
   * @throws IllegalArgumentException when there is no seed, there are too few subsets, or they
   *     differ in size
   */
  public RetrainedSubsets {
    subsets = List.copyOf(subsets);
    utilitiesBySeed = List.copyOf(utilitiesBySeed);
    if (utilitiesBySeed.isEmpty()) {
      throw new IllegalArgumentException("there must be a retraining seed");
    }
    if (subsets.size() < FEWEST
        || subsets.stream().mapToInt(Coalition::size).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "subsets must be at least %d of equal size: %s".formatted(FEWEST, subsets));
    }
  }

  /**
   * Returns the coalitions of tables, one table a training seed.
   *
   * @throws IllegalArgumentException when tables differ in coalitions, or as the constructor says
   */
  public static RetrainedSubsets of(List<UtilityTable> tables) {
    List<Coalition> subsets = new ArrayList<>();
    tables.stream().limit(1).forEach(table -> table.forEach((each, _) -> subsets.add(each)));
    for (UtilityTable table : tables) {
      if (table.coalitionCount() != subsets.size() || !subsets.stream().allMatch(table::has)) {
        throw new IllegalArgumentException("all seeds must have been trained on the same subsets");
      }
    }
    return new RetrainedSubsets(
        subsets,
        tables.stream().map(table -> subsets.stream().mapToDouble(table::mean).toArray()).toList());
  }

  /** Returns a table less the subsets: what values may be fitted to that are tested here. */
  public UtilityTable excludedFrom(UtilityTable table) {
    Set<Coalition> tested = Set.copyOf(subsets);
    return table.filter(each -> !tested.contains(each));
  }

  /**
   * Returns the sum of the values of each subset's members.
   *
   * @throws IllegalArgumentException when there is not a value for each player
   */
  double[] sums(double[] values) {
    int players = subsets.getFirst().playerCount();
    if (values.length != players) {
      throw new IllegalArgumentException(
          "values must be of %d players, not %d".formatted(players, values.length));
    }
    return subsets.stream()
        .mapToDouble(subset -> subset.players().mapToDouble(player -> values[player]).sum())
        .toArray();
  }
}

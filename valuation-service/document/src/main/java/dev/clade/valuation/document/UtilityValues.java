package dev.clade.valuation.document;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of contributors in one utility.
 *
 * @param utility its name
 * @param values by contributor
 * @param diagnostics how they fit
 */
public record UtilityValues(
    String utility, SortedMap<String, PlayerValue> values, Diagnostics diagnostics) {

  /** Copies the map. */
  public UtilityValues {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * Returns what an estimator found.
   *
   * @param contributors ids, ascending
   */
  public static UtilityValues of(String utility, List<String> contributors, Solution solution) {
    SortedMap<String, PlayerValue> values = new TreeMap<>();
    for (int i = 0; i < contributors.size(); i++) {
      values.put(contributors.get(i), solution.values().get(i));
    }
    return new UtilityValues(utility, values, solution.diagnostics());
  }

  /** Returns what the estimator found, by contributor. */
  public Solution solution() {
    return new Solution(List.copyOf(values.values()), diagnostics);
  }
}

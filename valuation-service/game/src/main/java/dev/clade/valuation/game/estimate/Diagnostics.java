package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.UtilityTable;
import java.util.Arrays;

/**
 * How values fit the utilities they come from.
 *
 * @param emptyUtility mean utility of the empty coalition
 * @param grandUtility mean utility of the grand coalition
 * @param efficiencyGap sum of the values less (grand less empty): 0 but for rounding when the
 *     values share the whole difference, as Shapley values do
 * @param seedStandardDeviation standard deviation between replicates of one coalition, pooled over
 *     coalitions; NaN when there is one replicate each
 * @param coalitionCount distinct coalitions that the values come from
 * @param rank rank of the regression's matrix; 0 when there is none
 * @param conditionNumber condition number of the regression's matrix; 0 when there is none
 */
public record Diagnostics(
    double emptyUtility,
    double grandUtility,
    double efficiencyGap,
    double seedStandardDeviation,
    int coalitionCount,
    int rank,
    double conditionNumber) {

  /**
   * Returns the diagnostics of values.
   *
   * @param table the utilities; has the empty and the grand coalition
   * @param coalitionCount distinct coalitions that the values come from
   * @param rank rank of the regression's matrix; 0 when there is none
   * @param conditionNumber its condition number; 0 when there is none
   */
  public static Diagnostics of(
      UtilityTable table, double[] values, int coalitionCount, int rank, double conditionNumber) {
    double empty = table.empty();
    double grand = table.grand();
    return new Diagnostics(
        empty,
        grand,
        Arrays.stream(values).sum() - (grand - empty),
        Math.sqrt(PooledVariance.of(table).variance()),
        coalitionCount,
        rank,
        conditionNumber);
  }
}

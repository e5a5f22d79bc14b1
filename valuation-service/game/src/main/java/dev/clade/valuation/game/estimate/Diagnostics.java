package dev.clade.valuation.game.estimate;

/**
 * How values fit the utilities they come from.
 *
 * @param emptyUtility mean utility of the empty coalition
 * @param grandUtility mean utility of the grand coalition
 * @param efficiencyGap sum of the values less (grand less empty): 0 but for rounding
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
    double conditionNumber) {}

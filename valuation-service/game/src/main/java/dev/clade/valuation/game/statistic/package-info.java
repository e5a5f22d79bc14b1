/**
 * Small statistics that several parts of a valuation share.
 *
 * <p>Correlations and quantiles are those of a library, under the conventions of the field: average
 * ranks, and quantiles interpolated between order statistics. Whatever cannot be told is NaN.
 */
package dev.clade.valuation.game.statistic;

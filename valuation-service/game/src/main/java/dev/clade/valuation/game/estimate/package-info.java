/**
 * From utilities to Shapley and other values, with how sure they are.
 *
 * <p>An {@link dev.clade.valuation.game.estimate.Estimator} is a pure function of a utility table,
 * filled or half filled: it gives values as soon as the table determines all of them and none
 * before. Intervals are nominal 95 % t intervals; what they cover and what they do not is said at
 * each estimator, and so is when there are none.
 */
package dev.clade.valuation.game.estimate;

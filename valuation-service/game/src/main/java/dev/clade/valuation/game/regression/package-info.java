/**
 * Values by least squares of utilities on membership.
 *
 * <p>All fits here share one form: a curve over coalition sizes plus d'x, where x holds 1 - k/n for
 * members and -k/n for others of a coalition of k out of n players. They differ in the curve: the
 * straight line between the endpoints is {@link dev.clade.valuation.game.regression.LeverageShap},
 * a free one {@link dev.clade.valuation.game.regression.SizeAdjustedRegression}. Each is a function
 * of the table only, for coalitions that were drawn alike within each size.
 */
package dev.clade.valuation.game.regression;

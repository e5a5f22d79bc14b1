/**
 * What it will take to be as sure as wanted: evaluations, hours and money, from the run so far.
 *
 * <p>{@link dev.clade.valuation.game.forecast.PrecisionForecast} extrapolates the widest interval,
 * and says where no number of new coalitions will do because training itself is too noisy.
 */
package dev.clade.valuation.game.forecast;

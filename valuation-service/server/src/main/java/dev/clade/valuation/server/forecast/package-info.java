/**
 * What a run waits for, and what is left of it to do: told from its plan, its limits, its values
 * and the durations of evaluations before.
 *
 * <p>All are pure functions; {@link dev.clade.valuation.server.forecast.RunOutlook} alone asks the
 * database for what they need.
 */
package dev.clade.valuation.server.forecast;

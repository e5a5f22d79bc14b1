package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.statistic.Interval;

/**
 * What part of the sum of all values a player has.
 *
 * @param part value over sum
 * @param standardError its standard error
 * @param interval nominal 95 % interval
 */
public record ValueShare(double part, double standardError, Interval interval) {}

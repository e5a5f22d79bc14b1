package dev.clade.valuation.server.forecast;

import dev.clade.valuation.game.forecast.Forecast.Range;

/** Arithmetic of extrapolated numbers. */
final class Ranges {
  private Ranges() {}

  /** Returns the lesser of each end; one that cannot be told leaves the other. */
  static Range least(Range left, Range right) {
    return new Range(
        least(left.low(), right.low()),
        Math.min(left.expected(), right.expected()),
        least(left.high(), right.high()));
  }

  /** Returns the product end by end, of numbers that are at least 0. */
  static Range times(Range left, Range right) {
    return new Range(
        left.low() * right.low(), left.expected() * right.expected(), left.high() * right.high());
  }

  private static double least(double left, double right) {
    if (Double.isNaN(left)) {
      return right;
    }
    return Double.isNaN(right) ? left : Math.min(left, right);
  }
}

package dev.clade.local.bench;

/**
 * What a figure is to be.
 *
 * @param bound on which side of the value
 * @param value the value
 * @param unit what both are counted in; empty for a ratio
 */
public record Goal(Bound bound, double value, String unit) {

  /** A side of a value. */
  public enum Bound {
    /** The value or more. */
    AT_LEAST,
    /** Less than the value. */
    UNDER
  }

  /** Returns whether a figure is on the right side. */
  public boolean isReachedBy(double figure) {
    return switch (bound) {
      case AT_LEAST -> figure >= value;
      case UNDER -> figure < value;
    };
  }

  @Override
  public String toString() {
    String words = bound == Bound.UNDER ? "under %s %s" : "at least %s %s";
    return words.formatted(value, unit).strip();
  }
}

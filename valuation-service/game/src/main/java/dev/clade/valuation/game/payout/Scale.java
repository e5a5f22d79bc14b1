package dev.clade.valuation.game.payout;

/** How far the utilities of a property reach. */
public enum Scale {
  /** Between two fixed ends, such as a precision or an Inception score. */
  BOUNDED,
  /** A logarithm of a positive figure, such as that of a Fréchet distance. */
  LOGARITHMIC,
  /** Without an end, such as a raw Fréchet distance: one bad model dwarfs all other terms. */
  UNBOUNDED
}

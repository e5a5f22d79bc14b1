package dev.clade.valuation.worker.diffusion;

/** Ranges of numbers that callers give. */
final class Ranges {
  private Ranges() {}

  /** Refuses a number outside a range, naming it, the range and the number. */
  static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %,d to %,d; it is %,d".formatted(name, least, most, value));
    }
  }

  /** Refuses a learning rate that is not in (0, 1]. */
  static void requireLearningRate(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1]; it is " + value);
    }
  }
}

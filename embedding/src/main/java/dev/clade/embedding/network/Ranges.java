package dev.clade.embedding.network;

/** Ranges of the numbers that a network's form has. */
final class Ranges {
  private Ranges() {}

  /** Refuses a number that is not from 1 to the most, naming it, the range and the number. */
  static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %,d; it is %,d".formatted(name, most, value));
    }
  }
}

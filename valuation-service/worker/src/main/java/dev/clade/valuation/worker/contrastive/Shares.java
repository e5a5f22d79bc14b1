package dev.clade.valuation.worker.contrastive;

/** Ranges of numbers that callers give. */
final class Shares {
  private Shares() {}

  /** Refuses a share that is not in [0, 1), naming it. */
  static void require(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1); it is " + value);
    }
  }

  /** Refuses a weight of a loss that is not from 0 to 1,000, naming it. */
  static void requireWeight(String name, double value) {
    if (!(value >= 0 && value <= 1000)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1,000; it is " + value);
    }
  }
}

package dev.clade.valuation.game.forecast;

/**
 * Who evaluates, and for how much.
 *
 * @param workers that evaluate in parallel, at least 1
 * @param pricePerHour of one worker, at least 0
 */
public record Capacity(int workers, double pricePerHour) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is outside its range
   */
  public Capacity {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1: " + workers);
    }
    if (!(pricePerHour >= 0)) {
      throw new IllegalArgumentException("price per hour must be at least 0: " + pricePerHour);
    }
  }
}

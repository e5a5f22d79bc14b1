package dev.clade.valuation.game.payout;

/**
 * A part of the budget.
 *
 * @param name such as {@code participation}
 * @param part of what fees leave, relative to the parts of the other pots; above 0
 * @param split how it is split
 */
public record Pot(String name, double part, Split split) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is not above 0
   */
  public Pot {
    if (!(part > 0 && Double.isFinite(part))) {
      throw new IllegalArgumentException(
          "part of pot %s must be above 0: %s".formatted(name, part));
    }
  }
}

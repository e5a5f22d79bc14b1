package dev.clade.valuation.game.payout;

/**
 * What a contract makes of a property's values: values are linear in the utility, so those of a sum
 * of properties are the sum of theirs.
 *
 * @param property its name
 * @param unit the unit that the weight was agreed for
 * @param perUnit what one unit counts; not 0
 */
public record PropertyWeight(String property, String unit, double perUnit) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is 0 or not finite
   */
  public PropertyWeight {
    if (perUnit == 0 || !Double.isFinite(perUnit)) {
      throw new IllegalArgumentException(
          "weight of %s must be finite and not 0: %s".formatted(property, perUnit));
    }
  }
}

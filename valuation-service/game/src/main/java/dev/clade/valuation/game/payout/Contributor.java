package dev.clade.valuation.game.payout;

/**
 * Who is paid, and what a contract grants besides value.
 *
 * @param id orders contributors and breaks ties; not blank
 * @param weight part in pots for taking part, such as 1 each or the number of items; at least 0
 * @param fee minor units paid first, whatever the value; at least 0
 * @param floor minor units to be paid at least, fee included; 0 for none
 */
public record Contributor(String id, double weight, long fee, long floor) {

  /**
   * Checks the contract.
   *
   * @throws IllegalArgumentException when the id is blank or a number is below 0
   */
  public Contributor {
    if (id.isBlank()) {
      throw new IllegalArgumentException("contributor id must not be blank");
    }
    if (!(weight >= 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "weight of %s must be at least 0: %s".formatted(id, weight));
    }
    if (fee < 0 || floor < 0) {
      throw new IllegalArgumentException(
          "fee and floor of %s must be at least 0: %d, %d".formatted(id, fee, floor));
    }
  }

  /** Returns a contributor who has weight 1 and neither fee nor floor. */
  public static Contributor of(String id) {
    return new Contributor(id, 1, 0, 0);
  }

  /** Returns the least that the contract grants. */
  long least() {
    return Math.max(fee, floor);
  }
}

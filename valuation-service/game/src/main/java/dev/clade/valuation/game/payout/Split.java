package dev.clade.valuation.game.payout;

/** How a pot is split. */
public sealed interface Split {

  /**
   * For taking part.
   *
   * @param byWeight by contributors' weights; else equally
   */
  record Participation(boolean byWeight) implements Split {}

  /**
   * By value.
   *
   * @param adjustment what is taken for a value before it is paid
   * @param transfers whether those of negative value owe, which contracts must allow; else they get
   *     nothing and the others bear what they would owe
   */
  record Performance(Adjustment adjustment, boolean transfers) implements Split {}
}

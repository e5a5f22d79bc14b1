package dev.clade.valuation.document;

import dev.clade.valuation.game.payout.Adjustment;
import dev.clade.valuation.game.payout.PayoutRule;

/**
 * A rule by its name.
 *
 * @param kind which
 * @param adjustment what is taken for a value before it is paid; SHRINKAGE with two pots, NONE with
 *     transfers
 * @param participationShare part for taking part, above 0 and below 1 with two pots, else 0
 * @param byWeight whether that is split by weights
 */
public record RuleTerms(
    Kind kind, Adjustment adjustment, double participationShare, boolean byWeight) {
  /** Names of rules. */
  public enum Kind {
    /** {@link PayoutRule#proportional}. */
    PROPORTIONAL,
    /** {@link PayoutRule#withTransfers}. */
    WITH_TRANSFERS,
    /** {@link PayoutRule#twoPots}. */
    TWO_POTS
  }

  /** Returns the rule of values in proportion. */
  public static RuleTerms proportional(Adjustment adjustment) {
    return new RuleTerms(Kind.PROPORTIONAL, adjustment, 0, false);
  }

  /** Returns the rule of values as they are. */
  public static RuleTerms withTransfers() {
    return new RuleTerms(Kind.WITH_TRANSFERS, Adjustment.NONE, 0, false);
  }

  /** Returns the rule of a pot for taking part and one for value. */
  public static RuleTerms twoPots(double participationShare, boolean byWeight) {
    return new RuleTerms(Kind.TWO_POTS, Adjustment.SHRINKAGE, participationShare, byWeight);
  }

  PayoutRule rule() {
    return switch (kind) {
      case PROPORTIONAL -> PayoutRule.proportional(adjustment);
      case WITH_TRANSFERS -> PayoutRule.withTransfers();
      case TWO_POTS -> PayoutRule.twoPots(participationShare, byWeight);
    };
  }
}

package dev.clade.valuation.document;

import dev.clade.valuation.game.payout.Contributor;
import java.util.List;

/**
 * How a budget is to be paid, every default filled in.
 *
 * @param rule the rule
 * @param currency ISO 4217 code
 * @param budget minor units of the currency, 0 to {@value #MOST}
 * @param contributors contracts of all contributors of the run, by id; amounts are minor units
 * @param utilities at least one, of different names
 * @param provisional whether values that are not final may be paid
 */
public record PayoutTerms(
    RuleTerms rule,
    String currency,
    long budget,
    List<Contributor> contributors,
    List<UtilityTerms> utilities,
    boolean provisional) {
  /** The largest amount: 2^53 - 1, so that JSON holds it exactly. */
  public static final long MOST = (1L << 53) - 1;

  /** Copies the lists. */
  public PayoutTerms {
    contributors = List.copyOf(contributors);
    utilities = List.copyOf(utilities);
  }
}

package dev.clade.valuation.server.payout;

import dev.clade.valuation.document.RuleTerms;
import dev.clade.valuation.document.UtilityTerms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A payout as it is asked for.
 *
 * @param requestId UUID that makes the request idempotent
 * @param requestHash of everything else that is asked for
 * @param run resource name
 * @param rule how it is paid; a share of 0 with two pots means the default
 * @param budget what is paid in all
 * @param contributors contracts of some of the contributors
 * @param utilities what is paid by; an empty name means the run's own, a weight of 0 means 1
 * @param provisional whether values that are not final may be paid
 */
public record PayoutRequest(
    String requestId,
    String requestHash,
    String run,
    RuleTerms rule,
    Optional<Amount> budget,
    List<Contract> contributors,
    List<UtilityTerms> utilities,
    boolean provisional) {

  /** Copies the lists. */
  public PayoutRequest {
    contributors = List.copyOf(contributors);
    utilities = List.copyOf(utilities);
  }

  /**
   * What a contract grants a contributor.
   *
   * @param contributor id
   * @param weight part in what is split by weight
   * @param fee paid first
   * @param floor paid at least
   */
  public record Contract(
      String contributor, OptionalDouble weight, Optional<Amount> fee, Optional<Amount> floor) {}
}

package dev.clade.valuation.document;

import dev.clade.valuation.game.payout.Baseline;
import java.util.Optional;

/**
 * A utility that is paid by.
 *
 * @param utility its name
 * @param weight what one unit of it counts; finite, not 0
 * @param baselineModel what value counts above; empty for the model trained on nothing
 * @param baselineUtility utility of that model; 0 without one
 */
public record UtilityTerms(
    String utility, double weight, String baselineModel, double baselineUtility) {

  /** Returns a utility that is paid by alone. */
  public static UtilityTerms of(String utility) {
    return new UtilityTerms(utility, 1, "", 0);
  }

  Optional<Baseline> baseline() {
    return baselineModel.isEmpty()
        ? Optional.empty()
        : Optional.of(new Baseline(baselineModel, baselineUtility));
  }
}

package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.estimator.EstimatorKind;

/** How many coalitions a run may train. */
final class BudgetRules {
  static final int MOST_SAMPLED = 20_000;
  static final int MOST_EVALUATIONS = 100_000;

  private static final String FIELD = "valuation.coalition_budget";

  private BudgetRules() {}

  /**
   * Returns the coalitions to train.
   *
   * @param asked 0 for the default
   * @throws CladeException naming the field that breaks a rule
   */
  static int budget(EstimatorKind estimator, int playerCount, int asked, long seed) {
    return switch (estimator) {
      case EXACT -> exact(playerCount, asked);
      case PAIRED_KERNEL_SHAP, SIZE_ADJUSTED -> sampled(estimator, playerCount, asked, seed);
    };
  }

  private static int exact(int playerCount, int asked) {
    if (playerCount > ExhaustiveDesign.MOST_PLAYERS) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "valuation.estimator",
          EstimatorKind.EXACT,
          "must not be EXACT for more than 12 contributors; the image set has " + playerCount);
    }
    int all = 1 << playerCount;
    if (asked != 0 && asked != all) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, FIELD, asked, "must be 0 or %d when exact".formatted(all));
    }
    return all;
  }

  private static int sampled(EstimatorKind estimator, int playerCount, int asked, long seed) {
    if (playerCount < 2) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "valuation.estimator",
          estimator,
          "must be EXACT for one contributor");
    }
    int all = playerCount < 31 ? Math.min(1 << playerCount, MOST_SAMPLED) : MOST_SAMPLED;
    int least = Math.min(all, 2 * playerCount);
    int budget = asked == 0 ? Math.min(all, 10 * playerCount + 2) : asked;
    if (budget < least || budget > all || budget % 2 != 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          FIELD,
          asked,
          "must be even, from %d to %d for %d contributors".formatted(least, all, playerCount));
    }
    if (!estimator.determines(playerCount, budget, seed)) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          FIELD,
          asked,
          "must be larger for this seed: the coalitions drawn do not determine every value");
    }
    return budget;
  }
}

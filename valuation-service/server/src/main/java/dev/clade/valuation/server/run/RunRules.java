package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.Subject;
import java.util.List;
import java.util.Optional;

/** Turns a request into a specification with every default filled in. */
final class RunRules {
  /**
   * Utilities that may be shared out; the first is the default. Workers compute others too, on raw
   * scales, for comparison.
   */
  static final List<String> UTILITIES =
      List.of(
          "neg_log_fid",
          "neg_log_kid",
          "precision",
          "recall",
          "coverage",
          "classifier_score",
          "class_entropy",
          "class_coverage");

  private static final int MOST_PLAYERS_EXACT_BY_DEFAULT = 8;
  private static final int DEFAULT_REPLICATES = 2;
  private static final int MOST_REPLICATES = 100;

  private RunRules() {}

  /**
   * Returns the specification of a run.
   *
   * @param subject whom it values
   * @param contributorCount how many they are
   * @param price of workers' devices; nothing when none is known
   * @throws CladeException naming the first field that breaks a rule
   */
  static RunSpec complete(
      RunRequest request, Subject subject, int contributorCount, Optional<Price> price) {
    EstimatorKind estimator =
        request
            .estimator()
            .orElse(
                contributorCount <= MOST_PLAYERS_EXACT_BY_DEFAULT
                    ? EstimatorKind.EXACT
                    : EstimatorKind.SIZE_ADJUSTED);
    int budget =
        BudgetRules.budget(estimator, contributorCount, request.coalitionBudget(), request.seed());
    int replicates = request.replicateCount() == 0 ? DEFAULT_REPLICATES : request.replicateCount();
    Fields.requireRange("valuation.replicate_count", replicates, 1, MOST_REPLICATES);
    if ((long) budget * replicates > BudgetRules.MOST_EVALUATIONS) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "valuation.coalition_budget",
          budget,
          "times replicate_count must be at most %,d".formatted(BudgetRules.MOST_EVALUATIONS));
    }
    return new RunSpec(
        subject,
        TrainerRules.complete(request.trainer(), subject),
        utility(request.utility(), request.trainer().custom()),
        estimator,
        budget,
        replicates,
        request.seed(),
        LimitRules.priority(request.priority()),
        LimitRules.share(request.share()),
        LimitRules.budget("valuation.budget", request.budget(), price),
        LimitRules.precision(request.precision()),
        request.reuse());
  }

  private static String utility(String asked, String customTrainer) {
    if (!customTrainer.isEmpty()) {
      Fields.requireIdentifier("valuation.utility", asked);
      return asked;
    }
    if (asked.isEmpty()) {
      return UTILITIES.getFirst();
    }
    if (!UTILITIES.contains(asked)) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE,
          "valuation.utility",
          asked,
          "must be one of " + String.join(", ", UTILITIES));
    }
    return asked;
  }
}

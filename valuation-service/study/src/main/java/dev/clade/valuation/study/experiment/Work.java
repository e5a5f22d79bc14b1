package dev.clade.valuation.study.experiment;

import dev.clade.valuation.study.oracle.CoalitionOracle;
import dev.clade.valuation.study.oracle.Recipe;
import dev.clade.valuation.study.oracle.Tier;

/**
 * What evaluations cost, in multiplications by weights: three for each weight, image and step of a
 * training (forwards, and backwards to inputs and to weights), one for each of a sampler's steps.
 * It is the same on every machine, so budgets in it choose the same coalitions everywhere.
 */
final class Work {
  private static final double PASSES_OF_TRAINING = 3;

  private Work() {}

  /** Returns what an evaluation of a tier costs, where a retraining costs 1. */
  static double besideRetraining(CoalitionOracle oracle, Tier tier) {
    return of(oracle, tier) / of(oracle, oracle.recipe().retrained());
  }

  /** Returns what the narrower model of sparsified fine-tuning costs once, in retrainings. */
  static double ofProxy(CoalitionOracle oracle) {
    Recipe recipe = oracle.recipe();
    return training(recipe, recipe.proxySteps(), oracle.proxy().parameterCount())
        / of(oracle, recipe.retrained());
  }

  private static double of(CoalitionOracle oracle, Tier tier) {
    Recipe recipe = oracle.recipe();
    int weights =
        switch (tier.kind()) {
          case RETRAINED, FINE_TUNED, UNLEARNED, CONDITIONED -> oracle.full().parameterCount();
          case SPARSIFIED -> oracle.proxy().parameterCount();
        };
    double sampling = (double) recipe.generatedImages() * recipe.samplingSteps() * weights;
    return training(recipe, tier.steps(), weights) + sampling;
  }

  private static double training(Recipe recipe, int steps, int weights) {
    return PASSES_OF_TRAINING * steps * recipe.batchSize() * weights;
  }
}

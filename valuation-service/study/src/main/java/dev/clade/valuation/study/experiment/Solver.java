package dev.clade.valuation.study.experiment;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.marginal.PermutationShapley;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.process.GaussianProcessShap;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A choice of coalitions with the estimator that goes with it. */
enum Solver {
  /** Coalitions drawn one by one from the Shapley kernel, with replacement. */
  KERNEL("KernelSHAP as published") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      KernelDesign design = KernelDesign.draw(whole.playerCount(), coalitions + 2, seed);
      return estimate(whole, design, new KernelShap(design));
    }
  },
  /** The same in pairs. */
  PAIRED("KernelSHAP, paired") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      KernelDesign design =
          KernelDesign.drawPaired(whole.playerCount(), budget(whole, coalitions), seed);
      return estimate(whole, design, new KernelShap(design));
    }
  },
  /** Orders of joining, each with its reverse. */
  ANTITHETIC("antithetic permutations") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      int n = whole.playerCount();
      int orders = coalitions / (2 * n - 2);
      if (orders == 0) {
        return Optional.empty();
      }
      PermutationDesign design = PermutationDesign.antithetic(n, orders, seed);
      return estimate(whole, design, new PermutationShapley(design));
    }
  },
  /** Sizes with equal probability, without replacement. */
  LEVERAGE("Leverage SHAP") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      return estimate(whole, leverage(whole, coalitions, seed), new LeverageShap());
    }
  },
  /** The same with a linear fit that what is left corrects. */
  LINEAR_MSR("linear MSR") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      return estimate(whole, leverage(whole, coalitions, seed), new LinearMsr());
    }
  },
  /** The same with a free curve over sizes: the default. */
  SIZE_ADJUSTED("size-adjusted") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      return estimate(whole, leverage(whole, coalitions, seed), new SizeAdjustedRegression());
    }
  },
  /** The same with a Gaussian process of differences of complements. */
  PROCESS("odd Gaussian process") {
    @Override
    Optional<Solution> solve(UtilityTable whole, int coalitions, long seed) {
      return estimate(whole, leverage(whole, coalitions, seed), new GaussianProcessShap());
    }
  };

  private final String title;

  Solver(String title) {
    this.title = title;
  }

  /** Returns its name for people. */
  String title() {
    return title;
  }

  /**
   * Returns the values that a sample of a whole table gives.
   *
   * @param whole utilities of every coalition
   * @param coalitions how many to look at beside those of nobody and of everybody; fewer where the
   *     design takes them in larger portions
   * @return nothing when these determine no values
   */
  abstract Optional<Solution> solve(UtilityTable whole, int coalitions, long seed);

  private static CoalitionDesign leverage(UtilityTable whole, int coalitions, long seed) {
    return DefaultEstimator.design(whole.playerCount(), budget(whole, coalitions), seed);
  }

  /** Pairs, and the two coalitions that every design has. */
  private static int budget(UtilityTable whole, int coalitions) {
    int most = (1 << whole.playerCount()) - 2;
    return Math.min(coalitions, most) / 2 * 2 + 2;
  }

  private static Optional<Solution> estimate(
      UtilityTable whole, CoalitionDesign design, Estimator estimator) {
    Set<Object> chosen = new HashSet<>(design.coalitions());
    return estimator.solve(whole.filter(chosen::contains));
  }
}

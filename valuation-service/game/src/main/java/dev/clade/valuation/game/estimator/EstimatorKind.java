package dev.clade.valuation.game.estimator;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;

/** How values are computed from utilities. */
public enum EstimatorKind {
  /** Every coalition is trained. */
  EXACT {
    @Override
    public CoalitionDesign design(int playerCount, int budget, long seed) {
      return new ExhaustiveDesign(playerCount);
    }

    @Override
    public Estimator estimator(int playerCount, int budget, long seed) {
      return new ExactEnumeration(playerCount);
    }
  },
  /** Coalitions are sampled in pairs from the Shapley kernel. */
  PAIRED_KERNEL_SHAP {
    @Override
    public KernelDesign design(int playerCount, int budget, long seed) {
      return KernelDesign.drawPaired(playerCount, budget, seed);
    }

    @Override
    public Estimator estimator(int playerCount, int budget, long seed) {
      return new KernelShap(design(playerCount, budget, seed));
    }
  },
  /**
   * Coalitions are sampled in pairs, every size alike; what sizes do to utilities is fitted away.
   */
  SIZE_ADJUSTED {
    @Override
    public CoalitionDesign design(int playerCount, int budget, long seed) {
      return DefaultEstimator.design(playerCount, budget, seed);
    }

    @Override
    public Estimator estimator(int playerCount, int budget, long seed) {
      return new SizeAdjustedRegression();
    }
  };

  /** Returns the coalitions to train; the same arguments always give the same ones. */
  public abstract CoalitionDesign design(int playerCount, int budget, long seed);

  /** Returns the estimator for utilities of that design. */
  public abstract Estimator estimator(int playerCount, int budget, long seed);

  /** Tells whether the whole design determines the value of every player, whatever utilities. */
  public boolean determines(int playerCount, int budget, long seed) {
    UtilityTable.Builder table = UtilityTable.builder(playerCount);
    design(playerCount, budget, seed).coalitions().forEach(each -> table.add(each, 0, 0));
    return estimator(playerCount, budget, seed).solve(table.build()).isPresent();
  }
}

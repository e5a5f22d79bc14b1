package dev.clade.valuation.game.comparison;

import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.design.SingletonsFirst;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.marginal.PermutationShapley;
import dev.clade.valuation.game.marginal.StratifiedSvarm;
import dev.clade.valuation.game.process.GaussianProcessShap;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.regression.TreeMsr;
import dev.clade.valuation.game.simulation.SimulatedGame;
import dev.clade.valuation.game.testing.Game;
import dev.clade.valuation.game.tree.Boosting;
import dev.clade.valuation.game.tree.SurrogateShap;
import java.util.Optional;

/** A design with its estimator. */
enum Competitor {
  /** KernelSHAP of coalitions drawn one by one with replacement. */
  PAPER {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      KernelDesign design = KernelDesign.draw(game.playerCount(), budget + 2, seed);
      return solve(game, design, new KernelShap(design));
    }
  },
  PAIRED {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      KernelDesign design = KernelDesign.drawPaired(game.playerCount(), budget + 2, seed);
      return solve(game, design, new KernelShap(design));
    }
  },
  UNBIASED {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      KernelDesign design = KernelDesign.drawPaired(game.playerCount(), budget + 2, seed);
      return solve(game, design, new UnbiasedKernelShap(design));
    }
  },
  LEVERAGE {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new LeverageShap());
    }
  },
  PERMUTATION {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      int n = game.playerCount();
      PermutationDesign design = PermutationDesign.independent(n, budget / (n - 1), seed);
      return solve(game, design, new PermutationShapley(design));
    }
  },
  ANTITHETIC {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      int n = game.playerCount();
      PermutationDesign design = PermutationDesign.antithetic(n, budget / (2 * n - 2), seed);
      return solve(game, design, new PermutationShapley(design));
    }
  },
  SVARM {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(
          game,
          LeverageDesign.drawStratified(game.playerCount(), budget + 2, seed),
          new StratifiedSvarm());
    }
  },
  LINEAR_MSR {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new LinearMsr());
    }
  },
  TREE_MSR {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new TreeMsr(BOOSTING));
    }
  },
  SURROGATE {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new SurrogateShap(BOOSTING));
    }
  },
  SIZE_ADJUSTED {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new SizeAdjustedRegression());
    }
  },
  PROCESS {
    @Override
    Optional<double[]> values(SimulatedGame game, int budget, long seed) {
      return solve(game, singletonsFirst(game, budget, seed), new GaussianProcessShap());
    }
  };

  private static final Boosting BOOSTING = new Boosting(2, 30, 0.3, 0.8, 0);

  /**
   * Returns the values that so many coalitions besides the endpoints give; nothing when refused.
   */
  abstract Optional<double[]> values(SimulatedGame game, int budget, long seed);

  /** Sizes alike, after the singletons where those take a third of the budget at most. */
  private static CoalitionDesign leverage(SimulatedGame game, int budget, long seed) {
    return 6 * game.playerCount() <= budget
        ? singletonsFirst(game, budget, seed)
        : LeverageDesign.draw(game.playerCount(), budget + 2, seed);
  }

  private static CoalitionDesign singletonsFirst(SimulatedGame game, int budget, long seed) {
    return new SingletonsFirst(
        LeverageDesign.draw(game.playerCount(), budget + 2, seed), budget + 2);
  }

  private static Optional<double[]> solve(
      SimulatedGame game, CoalitionDesign design, Estimator estimator) {
    return estimator.solve(game.table(design)).map(Game::values);
  }
}

package dev.clade.valuation.game.comparison;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.PairedKernelDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PairedKernelShap;
import dev.clade.valuation.game.linear.SymmetricInverse;
import dev.clade.valuation.game.marginal.PermutationShapley;
import dev.clade.valuation.game.marginal.StratifiedSvarm;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.LinearMsr;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/** A design with its estimator. */
enum Competitor {
  /** KernelSHAP of coalitions drawn one by one with replacement. */
  PAPER {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      return Optional.of(unpaired(game, budget, new Random(seed)));
    }
  },
  PAIRED {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      PairedKernelDesign design = PairedKernelDesign.draw(game.playerCount(), budget + 2, seed);
      return solve(game, design, new PairedKernelShap(design));
    }
  },
  LEVERAGE {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new LeverageShap());
    }
  },
  PERMUTATION {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      int n = game.playerCount();
      PermutationDesign design = PermutationDesign.independent(n, budget / (n - 1), seed);
      return solve(game, design, new PermutationShapley(design));
    }
  },
  ANTITHETIC {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      int n = game.playerCount();
      PermutationDesign design = PermutationDesign.antithetic(n, budget / (2 * n - 2), seed);
      return solve(game, design, new PermutationShapley(design));
    }
  },
  SVARM {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new StratifiedSvarm());
    }
  },
  LINEAR_MSR {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new LinearMsr());
    }
  },
  SIZE_ADJUSTED {
    @Override
    Optional<double[]> values(Game game, int budget, long seed) {
      return solve(game, leverage(game, budget, seed), new SizeAdjustedRegression());
    }
  };

  /**
   * Returns the values that so many coalitions besides the endpoints give; nothing when refused.
   */
  abstract Optional<double[]> values(Game game, int budget, long seed);

  private static LeverageDesign leverage(Game game, int budget, long seed) {
    return LeverageDesign.drawWithSingletons(game.playerCount(), budget + 2, seed);
  }

  private static Optional<double[]> solve(Game game, CoalitionDesign design, Estimator estimator) {
    return estimator.solve(game.table(design, 1, 0, 0)).map(Game::values);
  }

  /** The closed form of Covert and Lee (2021), equation 7. */
  private static double[] unpaired(Game game, int draws, Random random) {
    int n = game.playerCount();
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    double[] b = new double[n];
    double empty = game.of(Coalition.empty(n));
    for (int draw = 0; draw < draws; draw++) {
      Coalition coalition = kernel(n, random);
      for (int i : coalition.players().toArray()) {
        b[i] += (game.of(coalition) - empty) / draws;
        coalition.players().forEach(j -> a.addToEntry(i, j, 1.0 / draws));
      }
    }
    RealMatrix inverse = new SymmetricInverse(a, n).matrix();
    double[] values = inverse.operate(b);
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    double[] share = inverse.operate(ones);
    double total = Arrays.stream(share).sum();
    double missing = game.of(Coalition.grand(n)) - empty - Arrays.stream(values).sum();
    for (int i = 0; i < n; i++) {
      values[i] += share[i] / total * missing;
    }
    return values;
  }

  private static Coalition kernel(int n, Random random) {
    double total = 0;
    for (int size = 1; size < n; size++) {
      total += 1.0 / (size * (n - size));
    }
    double left = total * random.nextDouble();
    int size = 1;
    while (size < n - 1 && left >= 1.0 / (size * (n - size))) {
      left -= 1.0 / (size * (n - size));
      size++;
    }
    long members = 0;
    while (Long.bitCount(members) < size) {
      members |= 1L << random.nextInt(n);
    }
    return new Coalition(n, members);
  }
}

package dev.clade.valuation.game.stopping;

import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** How much of the error has been spent up to each planned look (Lan and DeMets 1983). */
public enum SpendingFunction {
  /** Equally much at each look (Bonferroni). */
  EQUAL {
    @Override
    double spent(double error, int look, List<Integer> looks) {
      return error * (look + 1) / looks.size();
    }
  },

  /**
   * Hardly anything early, nearly all at the last look, as O'Brien and Fleming (1979): 2 - 2
   * Phi(z/sqrt(t)) at the part t of the last look's evaluations, z the upper error/2 quantile.
   */
  OBRIEN_FLEMING {
    @Override
    double spent(double error, int look, List<Integer> looks) {
      NormalDistribution normal = new NormalDistribution();
      double z = normal.inverseCumulativeProbability(error / 2);
      return 2 * normal.cumulativeProbability(z / Math.sqrt(part(look, looks)));
    }
  },

  /** About equally much for equal numbers of evaluations, as Pocock (1977): ln(1 + (e - 1) t). */
  POCOCK {
    @Override
    double spent(double error, int look, List<Integer> looks) {
      return error * Math.log1p((Math.E - 1) * part(look, looks));
    }
  };

  /**
   * Returns the error spent up to a look; all of it at the last.
   *
   * @param look from 0
   * @param looks evaluations at each, ascending
   */
  abstract double spent(double error, int look, List<Integer> looks);

  private static double part(int look, List<Integer> looks) {
    return (double) looks.get(look) / looks.getLast();
  }
}

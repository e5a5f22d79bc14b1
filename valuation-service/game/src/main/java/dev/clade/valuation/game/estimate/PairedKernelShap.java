package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.PairedKernelDesign;
import java.util.Optional;

/** {@link KernelShap} on paired samples, with pairs as the independent units. */
public final class PairedKernelShap implements Estimator {
  private final KernelShap solver;

  /** Creates the estimator of a game that was sampled by a design. */
  public PairedKernelShap(PairedKernelDesign design) {
    this.solver = new KernelShap(design);
  }

  /** Tells whether the whole design determines the value of every player. */
  public static boolean determines(PairedKernelDesign design) {
    return KernelShap.determines(design);
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    return solver.solve(table);
  }
}

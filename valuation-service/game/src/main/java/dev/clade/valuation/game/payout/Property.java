package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * A property of the generated distribution with the values of contributors in it.
 *
 * @param name such as {@code negative-log-fid}
 * @param unit of utilities and values, such as {@code nats}
 * @param scale how far its utilities reach
 * @param solution values, in the order of contributors
 * @param baseline what value counts above; the empty coalition's utility without one. It moves all
 *     values by the same amount, and with it their parts in the sum a lot
 */
public record Property(
    String name, String unit, Scale scale, Solution solution, Optional<Baseline> baseline) {

  /** Returns what all contributors are worth together: the utility of all above the baseline. */
  double worth() {
    return solution.diagnostics().grandUtility() - foundation();
  }

  /** Returns what is to be added to each value for the baseline. */
  double shift() {
    Diagnostics diagnostics = solution.diagnostics();
    return (diagnostics.emptyUtility() - foundation()) / solution.values().size();
  }

  private double foundation() {
    return baseline.map(Baseline::utility).orElse(solution.diagnostics().emptyUtility());
  }
}

package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.WeightedUnit;
import java.util.List;
import java.util.Optional;

/**
 * KernelSHAP in closed form (Covert and Lee 2021, equation 7): least squares of utilities on
 * membership, constrained to sum to v(grand) - v(empty). With A the weighted mean of z z' and b
 * that of z (v - v(empty)) over memberships z,
 *
 * <pre>  phi = A^-1 (b - 1 (1'A^-1 b - v(grand) + v(empty)) / (1'A^-1 1)).</pre>
 *
 * O(M n^2 + n^3) for M coalitions. Over a {@link dev.clade.valuation.game.design.KernelDesign} it
 * is the estimator of sparsified fine-tuning as published; over pairs it errs far less.
 *
 * <p>Only units count whose coalitions are all known. Values are given when A has full rank; one
 * that is under-determined has no solution, where a pseudo-inverse would tell silent zeros. The
 * variance is the sandwich of the constrained regression with one degree of freedom less for each
 * free value. A unit drawn m times counts as one of weight m, for its draws share the noise of its
 * training; so intervals err to the wide side. Noise of training is part of the residuals; that of
 * the two endpoints, on which the constraint leans, is added from replicates and left out when
 * there is one each.
 */
public final class KernelShap implements Estimator {
  private final KernelDesign design;

  /** Creates the estimator of a game that was sampled by a design. */
  public KernelShap(KernelDesign design) {
    this.design = design;
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    table.requirePlayers(design.playerCount());
    List<WeightedUnit> units =
        design.units().stream()
            .filter(unit -> unit.coalitions().stream().allMatch(table::has))
            .toList();
    if (units.isEmpty() || !table.hasEndpoints()) {
      return Optional.empty();
    }
    KernelMatrix matrix = new KernelMatrix(design.playerCount(), units);
    if (matrix.rank() < design.playerCount()) {
      return Optional.empty();
    }
    return Optional.of(solve(table, units, matrix));
  }

  private static Solution solve(UtilityTable table, List<WeightedUnit> units, KernelMatrix matrix) {
    ConstrainedFit fit = new ConstrainedFit(table, units, matrix);
    int degrees = units.size() - (table.playerCount() - 1);
    int coalitions = 2 + units.stream().mapToInt(unit -> unit.coalitions().size()).sum();
    return new Solution(
        Solution.playerValues(fit.values(), fit.variances(degrees), degrees),
        Diagnostics.of(table, fit.values(), coalitions, matrix.rank(), matrix.conditionNumber()));
  }
}

package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.PairedKernelDesign;
import dev.clade.valuation.game.design.WeightedPair;
import java.util.List;
import java.util.Optional;

/**
 * KernelSHAP in closed form on paired samples (Covert and Lee 2021, equation 7): least squares of
 * utilities on membership, constrained to sum to v(grand) - v(empty). O(M n^2 + n^3) for M
 * coalitions.
 *
 * <p>Only pairs count whose two halves are both known. Values are given when A has full rank; one
 * that is under-determined has no solution. The variance is the sandwich of the constrained
 * regression with pairs as the independent units and one degree of freedom less for each free
 * value; a pair drawn m times counts as one unit of weight m, which errs to the wide side. Noise of
 * training is part of the residuals; that of the two endpoints, on which the constraint leans, is
 * added from replicates and left out when there is one each.
 */
public final class PairedKernelShap implements Estimator {
  private final PairedKernelDesign design;

  /** Creates the estimator of a game that was sampled by a design. */
  public PairedKernelShap(PairedKernelDesign design) {
    this.design = design;
  }

  /** Tells whether the whole design determines the value of every player. */
  public static boolean determines(PairedKernelDesign design) {
    return new KernelMatrix(design.playerCount(), design.pairs()).rank() == design.playerCount();
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    table.requirePlayers(design.playerCount());
    List<WeightedPair> pairs =
        design.pairs().stream()
            .filter(pair -> table.has(pair.coalition()) && table.has(pair.complement()))
            .toList();
    if (pairs.isEmpty() || !table.hasEndpoints()) {
      return Optional.empty();
    }
    KernelMatrix matrix = new KernelMatrix(design.playerCount(), pairs);
    if (matrix.rank() < design.playerCount()) {
      return Optional.empty();
    }
    return Optional.of(solve(table, pairs, matrix));
  }

  private static Solution solve(UtilityTable table, List<WeightedPair> pairs, KernelMatrix matrix) {
    ConstrainedFit fit = new ConstrainedFit(table, pairs, matrix);
    int degrees = pairs.size() - (table.playerCount() - 1);
    return new Solution(
        Solution.playerValues(fit.values(), fit.variances(degrees), degrees),
        Diagnostics.of(
            table, fit.values(), 2 * pairs.size() + 2, matrix.rank(), matrix.conditionNumber()));
  }
}

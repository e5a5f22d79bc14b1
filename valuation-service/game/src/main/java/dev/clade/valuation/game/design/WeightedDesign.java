package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * A design that was drawn with replacement from the Shapley kernel. How often a coalition was drawn
 * is part of it: a ledger, which has each once, does not tell.
 */
public sealed interface WeightedDesign extends CoalitionDesign
    permits KernelDesign, PairedKernelDesign {

  /** Returns the distinct units in the order of their first draw. */
  List<WeightedUnit> units();

  @Override
  default List<Coalition> coalitions() {
    return CoalitionDesign.withEndpoints(
        playerCount(), units().stream().flatMap(unit -> unit.coalitions().stream()));
  }
}

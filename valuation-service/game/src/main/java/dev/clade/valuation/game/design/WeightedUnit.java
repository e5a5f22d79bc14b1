package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * Coalitions that were drawn together: one, or one with its complement.
 *
 * @param coalitions one or two, each different from empty and grand
 * @param weight how often they were drawn or, when all are there, their probability; above 0
 */
public record WeightedUnit(List<Coalition> coalitions, double weight) {

  /** Copies the list. */
  public WeightedUnit {
    coalitions = List.copyOf(coalitions);
  }
}

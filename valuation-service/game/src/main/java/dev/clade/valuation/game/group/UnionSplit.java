package dev.clade.valuation.game.group;

import dev.clade.valuation.game.estimate.Solution;
import java.util.List;

/**
 * Values of unions, each split among its members. The former are estimated; the latter are shares
 * of them on some basis, and no Owen values.
 *
 * @param unions values of the unions, in their order
 * @param members values of the players, in the canonical order; those of a union sum to its value
 * @param basis what the split rests on
 */
public record UnionSplit(Solution unions, List<Double> members, Basis basis) {

  /** What a split within unions rests on. */
  public enum Basis {
    /** Members' values in the game in which all other unions take part, moved alike. */
    INNER_TERMS,
    /** Shares that were given, such as by similarity or gradients. */
    GIVEN_SHARES
  }

  /** Copies the list. */
  public UnionSplit {
    members = List.copyOf(members);
  }
}

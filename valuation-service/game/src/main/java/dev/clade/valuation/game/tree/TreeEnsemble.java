package dev.clade.valuation.game.tree;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * A utility as the sum of leaves of trees that ask who takes part.
 *
 * @param playerCount players of the game
 * @param leaves those of all trees
 */
public record TreeEnsemble(int playerCount, List<Leaf> leaves) {

  /** Copies the list. */
  public TreeEnsemble {
    leaves = List.copyOf(leaves);
  }

  /** Returns the utility of a coalition. */
  public double utility(Coalition coalition) {
    double sum = 0;
    for (Leaf leaf : leaves) {
      sum += leaf.holds(coalition) ? leaf.value() : 0;
    }
    return sum;
  }

  /**
   * Returns the Shapley values of this utility: interventional TreeSHAP (Lundberg et al. 2020) of
   * all players present against none, exact and in closed form. They sum to the utility of the
   * grand coalition less that of the empty one. O(n) a leaf.
   */
  public double[] shapleyValues() {
    double[] values = new double[playerCount];
    leaves.forEach(leaf -> leaf.addShapleyValues(values));
    return values;
  }

  /**
   * Returns what coalitions of one size have of the Shapley values; together with an equal share of
   * grand less empty, those of all sizes sum to them. O(n) a leaf.
   *
   * @param size from 1 to playerCount - 1
   */
  public double[] partOfSize(int size) {
    double[] values = new double[playerCount];
    leaves.forEach(leaf -> leaf.addPartOfSize(size, values));
    return values;
  }
}

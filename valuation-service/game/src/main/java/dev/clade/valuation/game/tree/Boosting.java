package dev.clade.valuation.game.tree;

import dev.clade.valuation.game.Coalition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stochastic gradient boosting of squared error (Friedman 2002): each tree is grown on what those
 * before leave of a random part of the rows, and added in part. Deterministic by its seed.
 *
 * @param depth splits on the way to a leaf at most, at least 1
 * @param trees how many, at least 1
 * @param learningRate which part of each tree is added, above 0 and at most 1
 * @param subsample which part of the rows a tree sees, above 0 and at most 1
 * @param seed any number
 */
public record Boosting(int depth, int trees, double learningRate, double subsample, long seed) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is outside its range
   */
  public Boosting {
    if (depth < 1 || trees < 1) {
      throw new IllegalArgumentException(
          "depth and trees must be at least 1: %d, %d".formatted(depth, trees));
    }
    if (!(learningRate > 0 && learningRate <= 1 && subsample > 0 && subsample <= 1)) {
      throw new IllegalArgumentException(
          "learning rate and subsample must be above 0 and at most 1: %s, %s"
              .formatted(learningRate, subsample));
    }
  }

  /** Returns the parameters of SurrogateSHAP: 900 trees of depth 5, rate 0.05, subsample 0.8. */
  public static Boosting published(long seed) {
    return new Boosting(5, 900, 0.05, 0.8, seed);
  }

  /**
   * Fits utilities, beginning with their mean.
   *
   * @param coalitions at least one, of one game
   * @param utilities one for each
   */
  public TreeEnsemble fit(List<Coalition> coalitions, double[] utilities) {
    int playerCount = coalitions.getFirst().playerCount();
    SplittableRandom random = new SplittableRandom(seed);
    List<Leaf> leaves = new ArrayList<>();
    double mean = Arrays.stream(utilities).average().orElseThrow();
    leaves.add(new Leaf(0, 0, mean));
    double[] left = Arrays.stream(utilities).map(utility -> utility - mean).toArray();
    GrownTree growth = new GrownTree(depth, coalitions);
    for (int tree = 0; tree < trees; tree++) {
      for (Leaf grown : growth.leaves(rows(random, left.length), left)) {
        Leaf leaf = new Leaf(grown.present(), grown.absent(), learningRate * grown.value());
        leaves.add(leaf);
        for (int row = 0; row < left.length; row++) {
          left[row] -= leaf.holds(coalitions.get(row)) ? leaf.value() : 0;
        }
      }
    }
    return new TreeEnsemble(playerCount, leaves);
  }

  private int[] rows(SplittableRandom random, int count) {
    int[] rows = new int[Math.max(1, (int) Math.round(subsample * count))];
    int chosen = 0;
    for (int row = 0; row < count && chosen < rows.length; row++) {
      // Selection sampling (Knuth): each set of rows of this size is equally likely, in order.
      if (random.nextInt(count - row) < rows.length - chosen) {
        rows[chosen++] = row;
      }
    }
    return rows;
  }
}

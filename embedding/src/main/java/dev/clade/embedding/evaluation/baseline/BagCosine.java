package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.text.InvertedIndex;
import java.util.Arrays;

/** The cosine of two bags of tokens; 0 if one is empty. */
public final class BagCosine implements PairScorer {
  private final String name;
  private final TokenBags bags;
  private final InvertedIndex index;
  private final double[] lengths;

  /** Prepares to compare the rows of bags. */
  public BagCosine(String name, TokenBags bags) {
    this.name = name;
    this.bags = bags;
    this.index = new InvertedIndex(bags);
    this.lengths = new double[bags.rows()];
    for (int row = 0; row < lengths.length; row++) {
      double square = 0;
      for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
        square += (double) bags.weights()[i] * bags.weights()[i];
      }
      lengths[row] = Math.sqrt(square);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double[] score(int query, int[] candidates) {
    double[] sums = new double[lengths.length];
    for (int i = bags.offsets()[query]; i < bags.offsets()[query + 1]; i++) {
      index.add(bags.tokens()[i], bags.weights()[i], sums);
    }
    return Arrays.stream(candidates)
        .mapToDouble(row -> sums[row] == 0 ? 0 : sums[row] / (lengths[query] * lengths[row]))
        .toArray();
  }
}

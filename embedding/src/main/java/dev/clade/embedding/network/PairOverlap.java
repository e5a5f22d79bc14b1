package dev.clade.embedding.network;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.TokenBags;

/**
 * What pairs have in common by their features: the share of tags and configuration that both have,
 * so of model type and hidden size too; the share of parts of their names; whether the owner is the
 * same, as far as owners are told apart; and the logarithm of how many days the child is younger,
 * in tenths.
 *
 * @param features the features
 * @param relations when rows were created
 */
public record PairOverlap(FeatureTable features, Relations relations) implements PairFeatures {
  /** How many numbers there are. */
  public static final int WIDTH = 4;

  private static final double SECONDS_PER_DAY = 86_400;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void write(int child, int parent, float[] target, int offset) {
    target[offset] = overlap(features.tags(), child, parent);
    target[offset + 1] = overlap(features.names(), child, parent);
    target[offset + 2] = sameOwner(child, parent) ? 1 : 0;
    double days = (relations.createdAt()[child] - relations.createdAt()[parent]) / SECONDS_PER_DAY;
    target[offset + 3] = (float) (Math.log1p(Math.max(0, days)) / 10);
  }

  private boolean sameOwner(int child, int parent) {
    TokenBags owners = features.owners();
    if (owners.count(child) == 0 || owners.count(parent) == 0) {
      return false;
    }
    int owner = owners.tokens()[owners.offsets()[child]];
    return owner != 0 && owner == owners.tokens()[owners.offsets()[parent]];
  }

  /** Returns the share of the tokens of either that both have. */
  private static float overlap(TokenBags bags, int one, int other) {
    int[] tokens = bags.tokens();
    int i = bags.offsets()[one];
    int j = bags.offsets()[other];
    int common = 0;
    while (i < bags.offsets()[one + 1] && j < bags.offsets()[other + 1]) {
      int order = Integer.compare(tokens[i], tokens[j]);
      if (order == 0) {
        common++;
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    int either = bags.count(one) + bags.count(other) - common;
    return either == 0 ? 0 : (float) common / either;
  }
}

package dev.clade.embedding.network;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Makes vectors of repositories and of texts, about a third of a million multiplications each. It
 * agrees with the trainer's network to about 1e-6. Safe for use by several threads.
 */
public final class Encoder {
  private final NetworkWeights weights;
  private final float[] gates;

  /** Creates an encoder. */
  public Encoder(NetworkWeights weights) {
    this.weights = weights;
    this.gates = shares();
  }

  /** Returns the share of each view of the network's in the fused vector; together they are 1. */
  public float[] gates() {
    return gates.clone();
  }

  /**
   * Encodes a row of features.
   *
   * @throws IllegalArgumentException if the features do not fit the network
   */
  public Encoding encode(FeatureTable features, int row) {
    return encode(features, row, Set.of());
  }

  /**
   * Encodes a row of features as if some views said nothing.
   *
   * @param without the views to leave out
   * @throws IllegalArgumentException if the features do not fit the network
   */
  public Encoding encode(FeatureTable features, int row, Set<View> without) {
    weights.shape().requireFit(features);
    Map<View, float[]> views = new EnumMap<>(View.class);
    for (View view : weights.shape().views()) {
      if (!without.contains(view) && Presence.of(view, features, row)) {
        views.put(view, encode(view, input(view, features, row)));
      }
    }
    return fuse(views);
  }

  /**
   * Encodes a text as the card of a repository that nothing else is known of. To a network that
   * reads no cards nothing is known of it: it has no view then, and its fused vector is zero.
   *
   * @param tokens its tokens, as a row of {@link FeatureTable#card()} has them
   * @param tokenWeights their weights
   * @throws IllegalArgumentException if a token is none of the network's buckets
   */
  public Encoding encodeCard(int[] tokens, float[] tokenWeights) {
    if (!weights.shape().views().contains(View.CARD)) {
      return fuse(new EnumMap<>(View.class));
    }
    int buckets = weights.shape().tables().card();
    TokenBags bag = new TokenBags(buckets, new int[] {0, tokens.length}, tokens, tokenWeights);
    for (int token : tokens) {
      if (token < 0 || token >= buckets) {
        throw new IllegalArgumentException(
            "tokens must be from 0 to %,d; one is %,d".formatted(buckets - 1, token));
      }
    }
    Map<View, float[]> views = new EnumMap<>(View.class);
    if (tokens.length > 0) {
      views.put(View.CARD, encode(View.CARD, sum(TokenTable.CARD, bag, 0)));
    }
    return fuse(views);
  }

  private float[] input(View view, FeatureTable features, int row) {
    return switch (view) {
      case CARD -> sum(TokenTable.CARD, features.card(), row);
      case TAGS -> sum(TokenTable.TAGS, features.tags(), row);
      case NUMERIC -> numbers(features.numeric(), row);
      case LINEAGE -> numbers(features.lineage(), row);
      case ACTIVITY -> numbers(features.activity(), row);
      case IDENTITY -> identity(features, row);
    };
  }

  private float[] identity(FeatureTable features, int row) {
    float[] owner = sum(TokenTable.OWNERS, features.owners(), row);
    float[] name = sum(TokenTable.NAMES, features.names(), row);
    float[] both = Arrays.copyOf(owner, owner.length + name.length);
    System.arraycopy(name, 0, both, owner.length, name.length);
    return both;
  }

  private static float[] numbers(DenseRows rows, int row) {
    return Arrays.copyOfRange(rows.values(), row * rows.width(), (row + 1) * rows.width());
  }

  private float[] sum(TokenTable table, TokenBags bags, int row) {
    float[] sum = new float[weights.shape().width(table)];
    float[] vectors = weights.table(table);
    int count = bags.count(row);
    float scale = count == 0 ? 0 : (float) (1 / Math.sqrt(count));
    for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
      Vectors.add(sum, bags.weights()[i] * scale, vectors, bags.tokens()[i] * sum.length);
    }
    return sum;
  }

  private float[] encode(View view, float[] input) {
    EncoderBlocks blocks = weights.layout().encoder(view);
    float[] hidden = Vectors.layer(weights.dense(), blocks.hidden(), blocks.hiddenOffsets(), input);
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Gelu.of(hidden[i]);
    }
    return Vectors.normalize(
        Vectors.layer(weights.dense(), blocks.output(), blocks.outputOffsets(), hidden));
  }

  private Encoding fuse(Map<View, float[]> views) {
    float[] fused = new float[weights.shape().layers().embedding()];
    views.forEach(
        (view, vector) ->
            Vectors.add(fused, gates[weights.shape().views().indexOf(view)], vector, 0));
    return new Encoding(views, Vectors.normalize(fused));
  }

  private float[] shares() {
    Block block = weights.layout().gates();
    double[] exponentials = new double[block.size()];
    for (int i = 0; i < exponentials.length; i++) {
      exponentials[i] = Math.exp(weights.dense()[block.offset() + i]);
    }
    double sum = Arrays.stream(exponentials).sum();
    float[] shares = new float[exponentials.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) (exponentials[i] / sum);
    }
    return shares;
  }
}

package dev.clade.embedding.network;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small networks and features. */
final class Samples {
  /** All views present. */
  static final byte ALL = (byte) ((1 << View.values().length) - 1);

  private Samples() {}

  /** Returns a small form that reads some views of {@link #features}. */
  static NetworkShape shape(View... views) {
    return new NetworkShape(
        List.of(views),
        new TableSizes(8, 6, 4, 5),
        new InputWidths(3, 2, 4),
        new LayerWidths(4, 3, 2, 5, 6, 3),
        List.of("license", "library"),
        PairOverlap.WIDTH);
  }

  /** Returns a network with weights from -0.5 to 0.5. */
  static NetworkWeights weights(NetworkShape shape, long seed) {
    Random random = new Random(seed);
    Map<TokenTable, float[]> tables = new EnumMap<>(TokenTable.class);
    for (TokenTable table : shape.tokenTables()) {
      tables.put(table, numbers(random, shape.tables().of(table) * shape.width(table)));
    }
    return new NetworkWeights(shape, numbers(random, new NetworkLayout(shape).size()), tables);
  }

  /** Returns features of three rows; the second has no tokens of cards, the third no numbers. */
  static FeatureTable features(byte... presence) {
    return new FeatureTable(
        presence,
        new TokenBags(8, new int[] {0, 2, 2, 3}, new int[] {1, 7, 2}, new float[] {1, 2, 1}),
        new TokenBags(
            6,
            new int[] {0, 3, 5, 6},
            new int[] {0, 2, 5, 2, 5, 1},
            new float[] {1, 1, 1, 1, 1, 1}),
        new DenseRows(3, new float[] {1, 2, 3, -1, 0, 1, 0, 0, 0}),
        new DenseRows(2, new float[] {1, 0, 0, 1, 2, 2}),
        new DenseRows(4, new float[] {1, 2, 3, 4, 0, 0, 0, 1, 1, 1, 1, 1}),
        new TokenBags(4, new int[] {0, 1, 2, 3}, new int[] {3, 3, 0}, new float[] {1, 1, 1}),
        new TokenBags(
            5, new int[] {0, 2, 4, 5}, new int[] {0, 1, 1, 4, 2}, new float[] {1, 1, 1, 1, 1}));
  }

  /** Returns {@link #features} with every view said to be present. */
  static FeatureTable features() {
    return features(ALL, ALL, ALL);
  }

  /** Returns the length of a vector. */
  static double length(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += (double) x * x;
    }
    return Math.sqrt(square);
  }

  private static float[] numbers(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  /** Returns dense weights that are all 0. */
  static float[] zeros(NetworkShape shape) {
    return new float[new NetworkLayout(shape).size()];
  }
}

package dev.clade.valuation.worker.speed;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.network.TableSizes;
import dev.clade.valuation.worker.contrastive.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A hub of repositories of 97 kinds, as the other program makes it: views are present, labels known
 * and parents declared about as often as on the real one.
 */
final class DrawnHub {
  private static final int KINDS = 97;
  private static final int CARD_TOKENS = 128;
  private static final int TAG_TOKENS = 24;
  private static final int NAME_TOKENS = 4;
  private static final List<String> TASKS = List.of("task", "library", "license", "type");

  private final int rows;

  private DrawnHub(int rows) {
    this.rows = rows;
  }

  /** Returns a hub of so many repositories. */
  static TrainingSet of(int rows) {
    DrawnHub hub = new DrawnHub(rows);
    FeatureTable features = hub.features();
    Relations relations = hub.relations();
    return TrainingSet.of(features, hub.labels(), relations, new PairOverlap(features, relations));
  }

  private FeatureTable features() {
    TableSizes sizes = TableSizes.STANDARD;
    return new FeatureTable(
        presence(),
        bags(
            sizes.card(),
            CARD_TOKENS,
            (row, i) -> i % 2 == 0 ? row % KINDS * 26_597 + i * 40_503 : row * 7_919 + i * 10_007),
        bags(
            sizes.tags(),
            TAG_TOKENS,
            (row, i) -> i % 2 == 0 ? row % KINDS * 193 + i * 7 : row * 31 + i * 1_009),
        numbers(80),
        numbers(392),
        numbers(66),
        bags(sizes.owners(), 1, (row, i) -> 1 + row % KINDS / 2),
        bags(
            sizes.names(),
            NAME_TOKENS,
            (row, i) -> i % 2 == 0 ? row % KINDS * 3 + i : row * 5 + i));
  }

  private byte[] presence() {
    byte[] presence = new byte[rows];
    int[][] shares = {{37, 56}, {53, 90}, {71, 70}, {29, 34}, {61, 95}, {1, 100}};
    for (int row = 0; row < rows; row++) {
      for (View view : View.values()) {
        int[] share = shares[view.ordinal()];
        if (Math.floorMod((long) row * share[0], 100) < share[1]) {
          presence[row] |= (byte) (1 << view.ordinal());
        }
      }
    }
    return presence;
  }

  private TokenBags bags(int buckets, int count, IntBinaryOperator token) {
    int[] offsets = new int[rows + 1];
    int[] tokens = new int[rows * count];
    int size = 0;
    for (int row = 0; row < rows; row++) {
      int own = row;
      int[] bag =
          IntStream.range(0, count)
              .map(i -> Math.floorMod(token.applyAsInt(own, i), buckets))
              .sorted()
              .distinct()
              .toArray();
      System.arraycopy(bag, 0, tokens, size, bag.length);
      size += bag.length;
      offsets[row + 1] = size;
    }
    float[] weights = new float[size];
    Arrays.fill(weights, 1);
    return new TokenBags(buckets, offsets, Arrays.copyOf(tokens, size), weights);
  }

  private DenseRows numbers(int width) {
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      int row = i / width;
      int column = i % width + 1;
      values[i] =
          (float)
              (Math.sin(0.1 * (row % KINDS + 1) * column) + 0.5 * Math.sin((double) row * column));
    }
    return new DenseRows(width, values);
  }

  private List<LabelColumn> labels() {
    return IntStream.range(0, TASKS.size()).mapToObj(this::label).toList();
  }

  private LabelColumn label(int task) {
    int classes = 8 + 4 * task;
    IntUnaryOperator label =
        row ->
            Math.floorMod((long) row * 17 + task, 100) < 44
                ? row % KINDS % classes
                : LabelColumn.NONE;
    return new LabelColumn(
        TASKS.get(task),
        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
        IntStream.range(0, rows).map(label).toArray());
  }

  private Relations relations() {
    int[][] parents = new int[rows][0];
    for (int row = KINDS; row < rows; row++) {
      if (Math.floorMod((long) row * 41, 100) < 27) {
        parents[row] = new int[] {row % KINDS + KINDS * (row / KINDS / 3)};
      }
    }
    return new Relations(
        IntStream.range(0, rows).mapToLong(row -> row * 3_600L).toArray(),
        parents,
        IntStream.range(0, rows).map(row -> row % KINDS).toArray(),
        IntStream.range(0, rows).toArray());
  }
}

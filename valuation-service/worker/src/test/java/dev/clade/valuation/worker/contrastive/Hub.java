package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.InputWidths;
import dev.clade.embedding.network.LayerWidths;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.network.TableSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Small hubs, drawn at random: four kinds of repositories, of which each view tells something and
 * some are absent, and most repositories are derived from an earlier one of their kind.
 */
final class Hub {
  static final int KINDS = 4;
  static final TableSizes TABLES = new TableSizes(128, 64, 16, 32);
  static final InputWidths INPUTS = new InputWidths(6, 8, 5);
  static final List<String> TASKS = List.of("kind", "half");

  private static final int DAY = 86_400;

  private Hub() {}

  /** Returns a small network that fits every hub. */
  static NetworkShape shape(View... views) {
    return new NetworkShape(
        List.of(views),
        TABLES,
        INPUTS,
        new LayerWidths(16, 8, 4, 12, 10, 8),
        TASKS,
        PairOverlap.WIDTH);
  }

  /** Returns a small network of the usual views. */
  static NetworkShape shape() {
    return shape(NetworkShape.USUAL_VIEWS.toArray(View[]::new));
  }

  /** Draws a hub. */
  static TrainingSet draw(int rows, long seed) {
    Random random = new Random(seed);
    FeatureTable features =
        new FeatureTable(
            presence(rows, random),
            bags(rows, TABLES.card(), 12, random),
            bags(rows, TABLES.tags(), 5, random),
            numbers(rows, INPUTS.numeric(), random),
            numbers(rows, INPUTS.lineage(), random),
            numbers(rows, INPUTS.activity(), random),
            bags(rows, TABLES.owners(), 1, random),
            bags(rows, TABLES.names(), 4, random));
    Relations relations = relations(rows, random);
    return TrainingSet.of(
        features, labels(rows, random), relations, new PairOverlap(features, relations));
  }

  /** Returns the kind of a row. */
  static int kind(int row) {
    return row % KINDS;
  }

  private static byte[] presence(int rows, Random random) {
    byte[] presence = new byte[rows];
    for (int row = 0; row < rows; row++) {
      int bits = 1 << View.IDENTITY.ordinal();
      for (View view : NetworkShape.USUAL_VIEWS) {
        bits |= random.nextInt(4) > 0 ? 1 << view.ordinal() : 0;
      }
      presence[row] = (byte) bits;
    }
    return presence;
  }

  private static TokenBags bags(int rows, int buckets, int most, Random random) {
    int[] offsets = new int[rows + 1];
    List<Integer> tokens = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      TreeMap<Integer, Float> bag = new TreeMap<>();
      for (int i = 0; i < most; i++) {
        int token =
            random.nextInt(3) > 0
                ? kind(row) + KINDS * random.nextInt(buckets / KINDS)
                : random.nextInt(buckets);
        bag.put(token, 0.5f + random.nextFloat());
      }
      tokens.addAll(bag.keySet());
      weights.addAll(bag.values());
      offsets[row + 1] = tokens.size();
    }
    float[] narrow = new float[weights.size()];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = weights.get(i);
    }
    return new TokenBags(
        buckets, offsets, tokens.stream().mapToInt(Integer::intValue).toArray(), narrow);
  }

  private static DenseRows numbers(int rows, int width, Random random) {
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      boolean own = i % width == kind(i / width);
      values[i] = (float) (random.nextGaussian() * 0.5 + (own ? 1.5 : 0));
    }
    return new DenseRows(width, values);
  }

  private static List<LabelColumn> labels(int rows, Random random) {
    int[] kinds = new int[rows];
    int[] halves = new int[rows];
    for (int row = 0; row < rows; row++) {
      kinds[row] = random.nextInt(3) > 0 ? kind(row) : LabelColumn.NONE;
      halves[row] = random.nextInt(3) > 0 ? kind(row) / 2 : LabelColumn.NONE;
    }
    return List.of(
        new LabelColumn(TASKS.get(0), List.of("a", "b", "c", "d"), kinds),
        new LabelColumn(TASKS.get(1), List.of("first", "second"), halves));
  }

  private static Relations relations(int rows, Random random) {
    long[] created = new long[rows];
    int[][] parents = new int[rows][];
    int[] families = new int[rows];
    int[] duplicates = new int[rows];
    for (int row = 0; row < rows; row++) {
      created[row] = (long) DAY * row;
      families[row] = row;
      duplicates[row] = row;
      int earlier = row / KINDS;
      if (earlier > 0 && random.nextInt(3) > 0) {
        parents[row] = new int[] {kind(row) + KINDS * random.nextInt(earlier)};
        families[row] = families[parents[row][0]];
      } else {
        parents[row] = new int[0];
      }
    }
    return new Relations(created, parents, families, duplicates);
  }
}

package dev.clade.local.bench;

import dev.clade.embedding.vector.VectorTable;
import java.util.Random;

/**
 * Vectors as an embedding of a hub has them: some topics, in each many families whose sizes have a
 * long tail, members near their family's centre, and one member in five a copy of the one before.
 */
final class VectorFamilies {
  private static final int WIDTH = 128;
  private static final int TOPICS = 300;
  private static final double FAMILY_SPREAD = 0.7;
  private static final double MEMBER_SPREAD = 0.4;
  private static final double COPIES = 0.2;

  /** Exponent of the tail of families' sizes. */
  private static final double TAIL = 1.2;

  private static final int LARGEST = 20_000;

  private VectorFamilies() {}

  /** Draws unit vectors in an order that tells nothing of families. */
  static VectorTable draw(int rows, long seed) {
    Random random = new Random(seed);
    float[] topics = new float[TOPICS * WIDTH];
    for (int i = 0; i < topics.length; i++) {
      topics[i] = (float) random.nextGaussian();
    }
    int[] places = places(rows, random);
    float[] values = new float[rows * WIDTH];
    float[] centre = new float[WIDTH];
    float[] member = new float[WIDTH];
    int left = 0;
    for (int place : places) {
      if (left == 0) {
        left = (int) Math.min(LARGEST, Math.pow(1 - random.nextDouble(), -1 / TAIL));
        int topic = random.nextInt(TOPICS);
        around(topics, topic * WIDTH, FAMILY_SPREAD, random, centre);
        around(centre, 0, MEMBER_SPREAD, random, member);
      } else if (random.nextDouble() >= COPIES) {
        around(centre, 0, MEMBER_SPREAD, random, member);
      }
      System.arraycopy(member, 0, values, place * WIDTH, WIDTH);
      left--;
    }
    return VectorTable.normalised(WIDTH, values);
  }

  private static void around(
      float[] centres, int from, double spread, Random random, float[] target) {
    for (int d = 0; d < WIDTH; d++) {
      target[d] = centres[from + d] + (float) (spread * random.nextGaussian());
    }
  }

  private static int[] places(int rows, Random random) {
    int[] places = new int[rows];
    for (int i = 0; i < rows; i++) {
      int other = random.nextInt(i + 1);
      places[i] = places[other];
      places[other] = i;
    }
    return places;
  }
}

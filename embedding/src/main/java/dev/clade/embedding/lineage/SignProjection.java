package dev.clade.embedding.lineage;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.TokenBags;
import it.unimi.dsi.fastutil.HashCommon;

/**
 * A projection to 64 dimensions whose entries are +1 or -1 by a hash of the column, so that it
 * needs no memory and is the same everywhere. Results are unit vectors, or zero.
 */
public final class SignProjection {
  /** Dimensions of what it gives. */
  public static final int WIDTH = 64;

  private static final long SALT = 0x636C616465L;

  private SignProjection() {}

  /** Projects bags of tokens. */
  public static DenseRows of(TokenBags bags) {
    float[] values = new float[bags.rows() * WIDTH];
    for (int row = 0; row < bags.rows(); row++) {
      for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
        add(bags.tokens()[i], bags.weights()[i], values, row * WIDTH);
      }
      normalise(values, row * WIDTH);
    }
    return new DenseRows(WIDTH, values);
  }

  /** Projects vectors, such as those of an earlier round of training. */
  public static DenseRows of(DenseRows vectors) {
    int rows = vectors.rows();
    float[] values = new float[rows * WIDTH];
    for (int row = 0; row < rows; row++) {
      for (int c = 0; c < vectors.width(); c++) {
        add(c, vectors.values()[row * vectors.width() + c], values, row * WIDTH);
      }
      normalise(values, row * WIDTH);
    }
    return new DenseRows(WIDTH, values);
  }

  private static void add(int column, float weight, float[] values, int from) {
    long signs = HashCommon.murmurHash3(column + SALT);
    for (int d = 0; d < WIDTH; d++) {
      values[from + d] += (signs >> d & 1) == 0 ? weight : -weight;
    }
  }

  private static void normalise(float[] values, int from) {
    double square = 0;
    for (int d = 0; d < WIDTH; d++) {
      square += (double) values[from + d] * values[from + d];
    }
    if (square > 0) {
      float scale = (float) (1 / Math.sqrt(square));
      for (int d = 0; d < WIDTH; d++) {
        values[from + d] *= scale;
      }
    }
  }
}

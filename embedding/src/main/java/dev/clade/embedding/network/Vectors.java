package dev.clade.embedding.network;

/** Arithmetic of vectors on arrays. */
final class Vectors {
  /** Added to a square before its root is taken, so that next to nothing stays next to nothing. */
  private static final float SOFTENING = 1e-4f;

  private Vectors() {}

  /** Scales a vector to length 1, or to less if it is hardly longer than 0. */
  static float[] normalize(float[] vector) {
    double square = SOFTENING;
    for (float x : vector) {
      square += (double) x * x;
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  /** Adds a vector times a number to another of the same length. */
  static void add(float[] target, float factor, float[] source, int offset) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[offset + i];
    }
  }

  /** Returns the offsets of a layer plus its inputs times its matrix. */
  static float[] layer(float[] weights, Block matrix, Block offsets, float[] input) {
    float[] output = new float[matrix.sizes().get(1)];
    System.arraycopy(weights, offsets.offset(), output, 0, output.length);
    multiply(weights, matrix, input, output);
    return output;
  }

  /** Returns an input times a matrix. */
  static float[] multiply(float[] weights, Block matrix, float[] input) {
    float[] output = new float[matrix.sizes().get(1)];
    multiply(weights, matrix, input, output);
    return output;
  }

  private static void multiply(float[] weights, Block matrix, float[] input, float[] output) {
    for (int i = 0; i < input.length; i++) {
      if (input[i] != 0) {
        add(output, input[i], weights, matrix.offset() + i * output.length);
      }
    }
  }
}

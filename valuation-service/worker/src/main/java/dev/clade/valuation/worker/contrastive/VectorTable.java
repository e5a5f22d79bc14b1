package dev.clade.valuation.worker.contrastive;

/**
 * The vectors of tokens, trained by Adagrad with one learning rate a vector: it falls with the root
 * of the vector's squared gradients so far, so that rare tokens learn as much as frequent ones
 * (Duchi et al., JMLR 12, 2011).
 *
 * @param width numbers a vector
 * @param vectors all vectors, one after the other
 * @param squares for each vector the sum of its mean squared gradients
 */
record VectorTable(int width, float[] vectors, float[] squares) {
  private static final float SOFTENING = 1e-6f;

  /** Starts training some vectors, which are copied. */
  static VectorTable start(int width, float[] vectors) {
    return new VectorTable(width, vectors.clone(), new float[vectors.length / width]);
  }

  /** Returns for each row the sum of its tokens' vectors, each times its factor. */
  float[] sums(TokenSample sample) {
    float[] sums = new float[sample.rows() * width];
    for (int row = 0; row < sample.rows(); row++) {
      for (int i = sample.offsets()[row]; i < sample.offsets()[row + 1]; i++) {
        add(sums, row * width, sample.factors()[i], vectors, sample.tokens()[i] * width, width);
      }
    }
    return sums;
  }

  /**
   * Moves the vectors of tokens against a gradient, a row and token after the other.
   *
   * @param gradient of the loss with respect to what {@link #sums} returned
   * @param rate learning rate
   */
  void descend(TokenSample sample, float[] gradient, double rate) {
    for (int row = 0; row < sample.rows(); row++) {
      float square = meanSquare(gradient, row * width, width);
      if (square == 0) {
        continue;
      }
      for (int i = sample.offsets()[row]; i < sample.offsets()[row + 1]; i++) {
        int token = sample.tokens()[i];
        // The loss is a mean over the rows; a token's gradient is to be one of a sum.
        float factor = sample.factors()[i] * sample.rows();
        squares[token] += square * factor * factor;
        float step = (float) (-rate * factor / (Math.sqrt(squares[token]) + SOFTENING));
        add(vectors, token * width, step, gradient, row * width, width);
      }
    }
  }

  private static float meanSquare(float[] values, int offset, int length) {
    double square = 0;
    for (int i = offset; i < offset + length; i++) {
      square += (double) values[i] * values[i];
    }
    return (float) (square / length);
  }

  private static void add(
      float[] target, int offset, float factor, float[] source, int from, int length) {
    for (int i = 0; i < length; i++) {
      target[offset + i] += factor * source[from + i];
    }
  }
}

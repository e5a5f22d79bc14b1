package dev.clade.valuation.worker.random;

/** A sequence of random numbers; not safe for use by several threads. */
public final class RandomStream {
  private static final double WORD_WIDTH = 0x1p-32;

  private final long key;
  private final long step;
  private final int[] words = new int[Philox.BLOCK_WORDS];
  private long block;
  private int used = Philox.BLOCK_WORDS;

  RandomStream(long key, long step) {
    this.key = key;
    this.step = step;
  }

  /** Returns a number from [0, bound) with every value equally likely; bound is positive. */
  public int nextInt(int bound) {
    // Lemire's multiplication, rejecting the few words that would favour some values.
    long product = (nextWord() & 0xFFFFFFFFL) * bound;
    long threshold = (1L << 32) % bound;
    while ((product & 0xFFFFFFFFL) < threshold) {
      product = (nextWord() & 0xFFFFFFFFL) * bound;
    }
    return (int) (product >>> 32);
  }

  /** Returns whether something happened that has a probability. */
  public boolean happens(double probability) {
    return nextProbability() < probability;
  }

  /** Returns the numbers 0 to size - 1 in random order. */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** Fills a range with numbers from the uniform distribution on (-halfWidth, halfWidth). */
  public void fillUniform(float[] target, int offset, int length, double halfWidth) {
    for (int i = offset; i < offset + length; i++) {
      target[i] = (float) ((2 * nextProbability() - 1) * halfWidth);
    }
  }

  /** Fills a range with numbers from the standard normal distribution. */
  public void fillNormal(float[] target, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      target[i] = (float) NormalQuantile.of(nextProbability());
    }
  }

  /** Fills a range with -1 and 1, both equally likely. */
  public void fillSigns(float[] target, int offset, int length) {
    for (int first = 0; first < length; first += Integer.SIZE) {
      int word = nextWord();
      int last = Math.min(length, first + Integer.SIZE);
      for (int i = first; i < last; i++) {
        target[offset + i] = 1 - 2 * (word >>> (i - first) & 1);
      }
    }
  }

  /** Returns the middle of one of 2^32 equal parts of (0, 1). */
  private double nextProbability() {
    return ((nextWord() & 0xFFFFFFFFL) + 0.5) * WORD_WIDTH;
  }

  private int nextWord() {
    if (used == Philox.BLOCK_WORDS) {
      Philox.block(key, block++, step, words);
      used = 0;
    }
    return words[used++];
  }
}

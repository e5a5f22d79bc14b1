package dev.clade.valuation.worker.random;

/** An endless sequence of numbers of images or rows in which every one comes once an epoch. */
public final class EpochOrder {
  private final int images;
  private final RandomSource random;
  private int[] order = {};
  private int next;
  private long epoch;

  /**
   * Starts the sequence.
   *
   * @param images how many images there are, at least 1
   * @param random where the order comes from
   */
  public EpochOrder(int images, RandomSource random) {
    this.images = images;
    this.random = random;
  }

  /**
   * Goes to a place in the sequence.
   *
   * @param drawn how many numbers come before it
   */
  public void seek(long drawn) {
    epoch = drawn / images;
    order = random.stream(Purpose.BATCH_ORDER, epoch++).permutation(images);
    next = (int) (drawn % images);
  }

  /** Returns the next image's number, from 0. */
  public int next() {
    if (next == order.length) {
      order = random.stream(Purpose.BATCH_ORDER, epoch++).permutation(images);
      next = 0;
    }
    return order[next++];
  }
}

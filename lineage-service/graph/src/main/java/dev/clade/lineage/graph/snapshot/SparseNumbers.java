package dev.clade.lineage.graph.snapshot;

/**
 * Few numbers of a wide range, ascending, which tell how many of them are below another. For every
 * {@value #BUCKET} numbers of the range it is known where to search, so that it takes a step or two
 * where the few are spread evenly.
 */
final class SparseNumbers {
  private static final int BUCKET_BITS = 10;
  private static final int BUCKET = 1 << BUCKET_BITS;

  private final int[] numbers;

  /** By bucket, and one more: how many numbers are in those before. */
  private final int[] before;

  /**
   * Takes numbers over.
   *
   * @param end behind the largest number, and behind all that are asked for
   */
  SparseNumbers(int[] numbers, int end) {
    this.numbers = numbers;
    this.before = new int[(end >> BUCKET_BITS) + 2];
    int next = 0;
    for (int bucket = 0; bucket < before.length; bucket++) {
      while (next < numbers.length && numbers[next] >> BUCKET_BITS < bucket) {
        next++;
      }
      before[bucket] = next;
    }
  }

  int get(int index) {
    return numbers[index];
  }

  /** Returns the numbers, not to be changed. */
  int[] toArray() {
    return numbers;
  }

  int countBelow(int number) {
    int bucket = number >> BUCKET_BITS;
    int low = before[bucket];
    int high = before[bucket + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package dev.clade.lineage.ecosystem.powerlaw;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The positive ones of some values: each distinct value once, ascending, with how often it occurs
 * and what is summed over it and all larger ones. Immutable.
 *
 * <p>A hub's 760,000 numbers of downloads have some thousand distinct values, and every question of
 * this package is answered from those.
 */
public final class CountedValues {
  private final long[] values;
  private final double[] logarithms;
  private final long[] tails;
  private final double[] tailLogarithms;
  private final double[] tailSums;

  private CountedValues(long[] values, long[] counts) {
    int size = values.length;
    this.values = values;
    this.logarithms = LongStream.of(values).mapToDouble(Math::log).toArray();
    this.tails = new long[size + 1];
    this.tailLogarithms = new double[size + 1];
    this.tailSums = new double[size + 1];
    for (int i = size - 1; i >= 0; i--) {
      tails[i] = tails[i + 1] + counts[i];
      tailLogarithms[i] = tailLogarithms[i + 1] + counts[i] * logarithms[i];
      tailSums[i] = tailSums[i + 1] + (double) counts[i] * values[i];
    }
  }

  /**
   * Returns the counts of some values, in O(n log n).
   *
   * @param values at least 0 each, in any order; zeros are left out, because a power law says
   *     nothing of them; not changed
   * @throws IllegalArgumentException when a value is negative
   */
  public static CountedValues of(long[] values) {
    for (long value : values) {
      if (value < 0) {
        throw new IllegalArgumentException("values must be at least 0; one is " + value);
      }
    }
    Collector collector = new Collector();
    collector.addAll(LongStream.of(values).filter(value -> value > 0).toArray());
    return collector.result();
  }

  /**
   * Returns the counts of some values of before, each as often as told, and of larger ones.
   *
   * @param body how often each of the smallest values of before, in their order, occurs
   * @param tail positive values that are larger than those, in any order; sorted by this call
   */
  static CountedValues ofBodyAndTail(CountedValues before, long[] body, long[] tail) {
    Collector collector = new Collector();
    for (int i = 0; i < body.length; i++) {
      if (body[i] > 0) {
        collector.add(before.value(i), body[i]);
      }
    }
    collector.addAll(tail);
    return collector.result();
  }

  /** Returns how many distinct values there are. */
  public int size() {
    return values.length;
  }

  /** Returns how many values there are, repeats included. */
  public long total() {
    return tails[0];
  }

  /** Returns the distinct value at an index, 0 for the smallest. */
  public long value(int index) {
    return values[index];
  }

  /** Returns how often the value at an index occurs. */
  public long count(int index) {
    return tails[index] - tails[index + 1];
  }

  /** Returns how many values are at least as large as that at an index, repeats included. */
  public long tail(int index) {
    return tails[index];
  }

  /** Returns the natural logarithm of the value at an index. */
  double logarithm(int index) {
    return logarithms[index];
  }

  /** Returns the mean natural logarithm of the values from an index on. */
  double meanLogarithm(int index) {
    return tailLogarithms[index] / tails[index];
  }

  /** Returns the mean of the values from an index on. */
  double mean(int index) {
    return tailSums[index] / tails[index];
  }

  /**
   * Returns the index of a value.
   *
   * @throws IllegalArgumentException when it does not occur
   */
  public int index(long value) {
    int index = Arrays.binarySearch(values, value);
    if (index < 0) {
      throw new IllegalArgumentException("the value %d does not occur".formatted(value));
    }
    return index;
  }

  private static final class Collector {
    private final LongArrayList distinct = new LongArrayList();
    private final LongArrayList counts = new LongArrayList();

    void add(long value, long count) {
      distinct.add(value);
      counts.add(count);
    }

    void addAll(long[] values) {
      Arrays.sort(values);
      for (int i = 0, start = 0; i < values.length; i++) {
        if (i + 1 == values.length || values[i + 1] != values[i]) {
          add(values[i], i + 1L - start);
          start = i + 1;
        }
      }
    }

    CountedValues result() {
      return new CountedValues(distinct.toLongArray(), counts.toLongArray());
    }
  }
}

package dev.clade.lineage.ecosystem.activity;

import java.util.Arrays;

/**
 * What a zero means. The study's scripts write likes and downloads as missing when they are 0, so
 * its own tables do not have them; its share of models without downloads does.
 */
public enum Zeros {
  /** Zeros are values. */
  COUNTED {
    @Override
    boolean isValue(long value) {
      return value >= 0;
    }
  },
  /** Zeros are missing, as in the study's tables. */
  MISSING {
    @Override
    boolean isValue(long value) {
      return value > 0;
    }
  };

  abstract boolean isValue(long value);

  /** Returns the values of a column in this reading, in order. */
  long[] values(long[] column) {
    return Arrays.stream(column).filter(this::isValue).toArray();
  }

  /** Returns a column in this reading, with NaN where there is no value. */
  double[] withGaps(long[] column) {
    return Arrays.stream(column)
        .mapToDouble(value -> isValue(value) ? value : Double.NaN)
        .toArray();
  }
}

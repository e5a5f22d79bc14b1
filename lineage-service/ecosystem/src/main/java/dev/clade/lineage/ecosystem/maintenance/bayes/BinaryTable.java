package dev.clade.lineage.ecosystem.maintenance.bayes;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How often each pattern of some variables that are 0 or 1 occurs. Immutable. */
public final class BinaryTable {
  private static final int MOST = 20;

  private final int variables;
  private final int[] patterns;
  private final long[] counts;
  private final long rows;

  /**
   * Keeps what occurs.
   *
   * @param variables how many there are, up to 20
   * @param counts by pattern, whose bit i is variable i
   */
  public BinaryTable(int variables, long[] counts) {
    if (variables > MOST || counts.length != 1 << variables) {
      throw new IllegalArgumentException(
          "%d counts are not those of %d variables".formatted(counts.length, variables));
    }
    this.variables = variables;
    this.patterns = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    this.counts = IntStream.of(patterns).mapToLong(i -> counts[i]).toArray();
    this.rows = LongStream.of(this.counts).sum();
  }

  /** Returns how many variables there are. */
  public int variables() {
    return variables;
  }

  /** Returns how many rows there are. */
  public long rows() {
    return rows;
  }

  /** Returns in how many rows all variables of a set, as bits, are 1. */
  public long count(int ones) {
    long sum = 0;
    for (int i = 0; i < patterns.length; i++) {
      sum += (patterns[i] & ones) == ones ? counts[i] : 0;
    }
    return sum;
  }

  /**
   * Returns how often each combination of some variables occurs, with another one being 0 and 1.
   *
   * @param others the variables, as bits; bit i of a combination is the i-th of them
   * @return at twice the combination plus the value of the variable
   */
  long[] combinations(int variable, int others) {
    long[] found = new long[2 << Integer.bitCount(others)];
    for (int i = 0; i < patterns.length; i++) {
      found[2 * Integer.compress(patterns[i], others) + (patterns[i] >> variable & 1)] += counts[i];
    }
    return found;
  }

  /** Returns what a variable with its parents, as bits, adds to the score of a network. */
  double score(int variable, int parents) {
    long[] combinations = combinations(variable, parents);
    double likelihood = 0;
    for (int i = 0; i < combinations.length; i += 2) {
      long all = combinations[i] + combinations[i + 1];
      likelihood += term(combinations[i], all) + term(combinations[i + 1], all);
    }
    return rows == 0 ? 0 : likelihood - Math.log(rows) / 2 * combinations.length / 2;
  }

  private static double term(long count, long all) {
    return count == 0 ? 0 : count * Math.log(count / (double) all);
  }
}

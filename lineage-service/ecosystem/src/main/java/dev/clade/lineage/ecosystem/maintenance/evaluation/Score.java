package dev.clade.lineage.ecosystem.maintenance.evaluation;

/**
 * How often a class was given rightly.
 *
 * @param hits given and true
 * @param falseAlarms given and not true
 * @param misses true and not given
 */
public record Score(long hits, long falseAlarms, long misses) {
  /** Returns the share of what was given that is true; 0 when nothing was given. */
  public double precision() {
    return share(hits, hits + falseAlarms);
  }

  /** Returns the share of what is true that was given; 0 when nothing is true. */
  public double recall() {
    return share(hits, hits + misses);
  }

  /** Returns the harmonic mean of precision and recall; 0 when there is nothing to tell. */
  public double f1() {
    return share(2 * hits, 2 * hits + falseAlarms + misses);
  }

  /** Returns both together. */
  Score plus(Score other) {
    return new Score(hits + other.hits, falseAlarms + other.falseAlarms, misses + other.misses);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }
}

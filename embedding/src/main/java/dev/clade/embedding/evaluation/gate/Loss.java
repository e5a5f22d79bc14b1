package dev.clade.embedding.evaluation.gate;

/**
 * What a score is with all views, and without some of them at the query.
 *
 * @param what was measured
 * @param whole score with all views
 * @param without score without some
 */
public record Loss(String what, double whole, double without) {
  /** Returns the share of the score that is lost; negative when there is more without. */
  public double relative() {
    return (whole - without) / whole;
  }
}

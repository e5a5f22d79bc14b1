package dev.clade.valuation.worker.embedding;

/** A set of repositories, split by time, with what is asked of every network; made once for all. */
public final class PreparedRepositories {
  /** To be changed with what is measured, or how. */
  private static final String MEASUREMENT = "holdout-1-";

  private final Holdout holdout;
  private final HeldOutQuality quality;

  private PreparedRepositories(Holdout holdout) {
    this.holdout = holdout;
    this.quality = new HeldOutQuality(holdout);
  }

  /**
   * Prepares a set.
   *
   * @throws IllegalArgumentException if it cannot be split by time, or has nothing to measure by
   */
  public static PreparedRepositories of(RepositorySet set) {
    return new PreparedRepositories(Holdout.temporal(set));
  }

  /** Returns what identifies the rows and the way that networks are measured with. */
  public String reference() {
    return MEASUREMENT + holdout.set().digest();
  }

  /** Returns how it is split. */
  Holdout holdout() {
    return holdout;
  }

  /** Returns what measures networks. */
  HeldOutQuality quality() {
    return quality;
  }
}

package dev.clade.ingest.store;

/**
 * What became of refused records that were read again.
 *
 * @param replayed records read again
 * @param accepted of these, those accepted now
 * @param refused records still refused, including those that cannot be read again
 */
public record Replayed(long replayed, long accepted, long refused) {
  /** Nothing was read. */
  public static final Replayed NONE = new Replayed(0, 0, 0);

  /** Returns the sum of this and another. */
  public Replayed and(Replayed next) {
    return new Replayed(replayed + next.replayed, accepted + next.accepted, refused + next.refused);
  }
}

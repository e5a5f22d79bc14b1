package dev.clade.ingest.store;

/**
 * What a batch did.
 *
 * @param quarantined records that were refused
 * @param head head of the feed after it
 */
public record BatchOutcome(
    long created, long updated, long unchanged, long quarantined, long head) {

  /** Returns what nothing does. */
  public static BatchOutcome none() {
    return new BatchOutcome(0, 0, 0, 0, 0);
  }

  /** Returns what refusing records does. */
  static BatchOutcome ofQuarantined(long records) {
    return new BatchOutcome(0, 0, 0, records, 0);
  }

  /** Returns the outcome of this and what followed. */
  public BatchOutcome and(BatchOutcome next) {
    return new BatchOutcome(
        created + next.created,
        updated + next.updated,
        unchanged + next.unchanged,
        quarantined + next.quarantined,
        Math.max(head, next.head));
  }
}

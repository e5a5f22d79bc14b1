package dev.clade.lineage.server.feed;

import dev.clade.lineage.graph.record.ArtifactRecord;
import java.util.List;

/**
 * A part of the feed, or without records a sign of life.
 *
 * @param records changed artifacts in the feed's order
 * @param lastSequence position of the last of them; of no meaning without records
 * @param head head of the feed when the batch was read
 * @param traceparent W3C trace context of the import that made the change at the head, when the
 *     batch reaches it; may be empty
 */
public record ChangeBatch(
    List<ArtifactRecord> records, long lastSequence, long head, String traceparent) {
  /** Keeps an unchangeable copy of the records. */
  public ChangeBatch {
    records = List.copyOf(records);
  }
}

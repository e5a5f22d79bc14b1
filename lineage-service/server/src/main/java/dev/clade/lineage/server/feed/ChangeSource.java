package dev.clade.lineage.server.feed;

import java.util.concurrent.Flow;

/** Where changes come from. */
public interface ChangeSource {
  /**
   * Returns the feed after a position, which is opened when it is subscribed to, once. It sends no
   * more batches than were requested and goes on until it is cancelled or fails; the end of the
   * stream is a failure for its subscriber too.
   *
   * <p>It fails with a {@link dev.clade.runtime.error.CladeException}, for {@link
   * dev.clade.runtime.error.Reason#FIELD_OUT_OF_RANGE} when the feed's head is before the position.
   *
   * @param sequence last change that the subscriber has, 0 for everything
   */
  Flow.Publisher<ChangeBatch> changesAfter(long sequence);
}

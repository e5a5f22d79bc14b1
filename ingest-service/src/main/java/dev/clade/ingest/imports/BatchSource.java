package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportBatch;
import java.io.Closeable;
import java.io.IOException;

/** What an import reads, batch for batch. Not for use by several threads, but for closing. */
public interface BatchSource extends Closeable {

  /**
   * Returns the next batch; the last one may be empty.
   *
   * @throws IOException when the source cannot be read on
   * @throws InterruptedException when reading is to stop
   */
  ImportBatch next() throws IOException, InterruptedException;

  /** Returns whether the last batch was returned. */
  boolean isEnded();
}

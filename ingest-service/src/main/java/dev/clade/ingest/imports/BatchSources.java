package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportTask;
import java.io.IOException;

/** Opens what the imports of one lane read. */
public interface BatchSources {

  /**
   * Opens an import's source at its checkpoint.
   *
   * @throws IOException when it cannot be read
   */
  BatchSource open(ImportTask task) throws IOException;
}

package dev.clade.ingest.imports;

import java.io.IOException;

/**
 * A source that cannot be read on, though it may be another time. Its message is for the caller.
 */
public class SourceFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Tells what is wrong with the source, in words for the caller. */
  protected SourceFailedException(String message) {
    super(message);
  }
}

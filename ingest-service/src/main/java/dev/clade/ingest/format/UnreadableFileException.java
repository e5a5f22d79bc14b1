package dev.clade.ingest.format;

import java.io.IOException;

/** A file cannot be read on: it is no table of the format asked for, or damaged. */
public final class UnreadableFileException extends IOException {
  /**
   * Creates the failure.
   *
   * @param message the rule that the file breaks, for the caller
   */
  public UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

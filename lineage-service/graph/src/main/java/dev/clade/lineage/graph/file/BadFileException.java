package dev.clade.lineage.graph.file;

import java.io.IOException;

/** A file cannot be read; the message says why: it is none of ours, too new, damaged or cut off. */
public final class BadFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception with a message that begins with "the file". */
  public BadFileException(String message) {
    super(message);
  }

  /** Creates the exception with what told of it. */
  public BadFileException(String message, Throwable cause) {
    super(message, cause);
  }
}

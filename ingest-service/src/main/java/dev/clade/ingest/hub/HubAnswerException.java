package dev.clade.ingest.hub;

import dev.clade.ingest.imports.SourceFailedException;

/** A hub's answer that is no use, and that asking again has not bettered. */
final class HubAnswerException extends SourceFailedException {
  private static final long serialVersionUID = 1L;

  HubAnswerException(String message) {
    super(message);
  }
}

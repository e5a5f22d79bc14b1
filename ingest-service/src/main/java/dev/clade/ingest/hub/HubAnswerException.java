package dev.clade.ingest.hub;

import java.io.IOException;

/** A hub's answer that is no use, and that asking again has not bettered. */
final class HubAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  HubAnswerException(String message) {
    super(message);
  }
}

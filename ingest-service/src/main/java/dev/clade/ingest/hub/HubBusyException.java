package dev.clade.ingest.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A hub that cannot answer now; asking again may help. */
final class HubBusyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> delay;

  /**
   * Tells of an answer.
   *
   * @param delay how long the hub asks to be left alone; empty when it does not say
   */
  HubBusyException(String message, Optional<Duration> delay) {
    super(message);
    this.delay = delay;
  }

  Optional<Duration> delay() {
    return delay;
  }
}

package dev.clade.lineage.graph.attribute;

import java.time.Instant;
import java.util.Optional;

/**
 * Times as unsigned numbers of 32 bits: whole seconds since 1970-01-01T00:00:00Z, up to February
 * 2106; 0 for a time that is unknown or cannot be written so.
 */
public final class EpochSeconds {
  /** The unknown time. */
  public static final int UNKNOWN = 0;

  private static final long LARGEST = 0xffff_ffffL;

  private EpochSeconds() {}

  /** Returns the number that stands for a time, cut to the second. */
  public static int of(Optional<Instant> time) {
    return time.map(Instant::getEpochSecond)
        .filter(seconds -> seconds > 0 && seconds <= LARGEST)
        .map(Long::intValue)
        .orElse(UNKNOWN);
  }

  /** Returns the time that a number stands for. */
  public static Optional<Instant> read(int seconds) {
    return seconds == UNKNOWN
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)));
  }
}

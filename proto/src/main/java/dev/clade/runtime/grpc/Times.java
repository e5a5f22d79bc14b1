package dev.clade.runtime.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.time.Instant;

/** Writes and reads times and durations as the contracts have them. */
public final class Times {
  /** Of the longest duration that protobuf knows, which is about 10,000 years. */
  private static final long MOST_SECONDS = 315_576_000_000L;

  private static final int MOST_NANOS = 999_999_999;

  /** Of the year 1, and the last one of the year 9999. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private static final long LAST_SECOND = 253_402_300_799L;

  private Times() {}

  /** Returns the message of a time. */
  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  /**
   * Returns the time that a field of a request tells.
   *
   * @param field the field's name in the contract
   * @throws CladeException {@link Reason#FIELD_OUT_OF_RANGE} when it is none as protobuf defines it
   */
  public static Instant instant(String field, Timestamp told) {
    if (told.getSeconds() < FIRST_SECOND
        || told.getSeconds() > LAST_SECOND
        || told.getNanos() < 0
        || told.getNanos() > MOST_NANOS) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field,
          "%d s, %d ns".formatted(told.getSeconds(), told.getNanos()),
          "must be a time from the year 1 to 9999 with nanoseconds from 0 to 999,999,999");
    }
    return Instant.ofEpochSecond(told.getSeconds(), told.getNanos());
  }

  /** Returns the message of a duration. */
  public static Duration duration(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  /**
   * Returns the duration that a field of a request tells.
   *
   * @param field the field's name in the contract
   * @throws CladeException {@link Reason#FIELD_OUT_OF_RANGE} when it is none as protobuf defines it
   */
  public static java.time.Duration duration(String field, Duration told) {
    if (told.getSeconds() < -MOST_SECONDS
        || told.getSeconds() > MOST_SECONDS
        || told.getNanos() < -MOST_NANOS
        || told.getNanos() > MOST_NANOS) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field,
          "%d s, %d ns".formatted(told.getSeconds(), told.getNanos()),
          "must be a duration of at most 10,000 years, with less than a second in nanoseconds");
    }
    return java.time.Duration.ofSeconds(told.getSeconds(), told.getNanos());
  }
}

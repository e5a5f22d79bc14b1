package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Timestamp;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {
  @Test
  void aDurationIsReadAsItWasWritten() {
    for (Duration one :
        new Duration[] {Duration.ZERO, Duration.ofSeconds(-3), Duration.ofNanos(7)}) {
      assertThat(Times.duration("max_age", Times.duration(one))).isEqualTo(one);
    }
  }

  @Test
  void aTimeIsReadAsItWasWritten() {
    for (Instant one :
        new Instant[] {
          Instant.EPOCH,
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("9999-12-31T23:59:59.999999999Z")
        }) {
      assertThat(Times.instant("snapshot_time", Times.timestamp(one))).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 2147483647",
    "-62135596801, 0",
    "253402300800, 0",
    "0, 1000000000",
    "0, -1"
  })
  void whatIsNoTimeIsRefused(long seconds, int nanos) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(
            () ->
                Times.instant(
                    "snapshot_time",
                    Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build()))
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.FIELD_OUT_OF_RANGE);
              assertThat(refused.metadata()).containsEntry("field", "snapshot_time");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 2147483647",
    "-9223372036854775808, -2147483648",
    "315576000001, 0",
    "0, 1000000000",
    "0, -1000000000"
  })
  void whatIsNoDurationIsRefused(long seconds, int nanos) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(
            () ->
                Times.duration(
                    "max_age",
                    com.google.protobuf.Duration.newBuilder()
                        .setSeconds(seconds)
                        .setNanos(nanos)
                        .build()))
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.FIELD_OUT_OF_RANGE);
              assertThat(refused.metadata()).containsEntry("field", "max_age");
            });
  }
}

package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeoutHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "1H, PT1H",
    "2M, PT2M",
    "30S, PT30S",
    "250m, PT0.25S",
    "7u, PT0.000007S",
    "99999999n, PT0.099999999S",
    "99999999H, PT99999999H"
  })
  void everyUnitIsRead(String header, Duration timeout) {
    assertThat(TimeoutHeader.read(headers(header))).contains(timeout);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "S", "-1S", "1.5S", "123456789S", "1s", "1 S", "1SS"})
  void nonsenseIsNoTimeout(String header) {
    assertThat(TimeoutHeader.read(headers(header))).isEmpty();
  }

  @Test
  void noHeaderIsNoTimeout() {
    assertThat(TimeoutHeader.read(new Metadata())).isEmpty();
  }

  private static Metadata headers(String timeout) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), timeout);
    return headers;
  }
}

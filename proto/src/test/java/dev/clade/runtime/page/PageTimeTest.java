package dev.clade.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTimeTest {
  @Test
  void aTimeOfAPageIsRead() {
    Instant time = Instant.parse("2024-02-29T12:00:00.123456Z");

    assertThat(PageTime.parse(time.toString())).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "0000-12-31T23:59:59Z"
      })
  void whatNoDatabaseKeepsIsNone(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> PageTime.parse(text));
  }
}

package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class SnapshotTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2024-05-01, 2024-05-01T00:00:00Z",
    "2024-05-01T12:00:00Z, 2024-05-01T12:00:00Z",
    "2024-05-01T12:00:00.5+02:00, 2024-05-01T10:00:00.500Z"
  })
  void aDateBeginsInUtc(String typed, String time) {
    assertThat(new SnapshotTime().convert(typed)).hasToString(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2024-13-01", "2024-05-01T12:00:00"})
  void refusesWhatIsNoTime(String typed) {
    assertThatThrownBy(() -> new SnapshotTime().convert(typed))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("2024-05-01T12:00:00Z");
  }
}

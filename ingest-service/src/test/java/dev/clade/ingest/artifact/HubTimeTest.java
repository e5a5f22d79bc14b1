package dev.clade.ingest.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTimeTest {

  @Property
  void theUsualFormIsReadAsTheStandardParserReadsIt(
      @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    String text =
        "%s.%03dZ".formatted(time.toString().substring(0, 19), Math.floorMod(millis, 1000));

    assertThat(HubTime.parse(text))
        .isEqualTo(time)
        .isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @Test
  void otherFormsAreRead() {
    assertThat(HubTime.parse("2024-01-02T03:04:05+02:00")).isEqualTo("2024-01-02T01:04:05Z");
    assertThat(HubTime.parse("2024-01-02T03:04:05.123456789Z"))
        .isEqualTo("2024-01-02T03:04:05.123456Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30T00:00:00.000Z",
        "2024-01-01T24:00:00.000Z",
        "2024-+1-01T00:00:00.000Z",
        "2024-01-01 00:00:00.000Z",
        "2024-01-01T00:00:00.000",
        "0"
      })
  void whatTellsNoTimeIsRefused(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> HubTime.parse(text));
  }
}

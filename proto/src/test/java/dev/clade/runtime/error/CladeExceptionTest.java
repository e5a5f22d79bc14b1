package dev.clade.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CladeExceptionTest {
  private static final String EMOJI = "\ud83d\ude00";

  /** The hundredth character is the first or the second half of a pair. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a"})
  void aLongValueIsCutBetweenCharacters(String before) {
    String shown =
        CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, before + EMOJI.repeat(60))
            .metadata()
            .get("resource");

    assertThat(shown).startsWith(before + EMOJI.repeat(49)).hasSizeLessThan(130);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(shown)).isTrue();
  }

  /** Headers have messages in per cent, three bytes for one, and details in base 64. */
  @Test
  void whateverIsSaidFitsTheHeadersThatClientsTake() {
    String longText = "語".repeat(100_000);
    CladeException failure =
        new CladeException(
            Reason.EVALUATION_MISMATCH,
            longText,
            Map.of("field", longText, "value", longText, "rule", longText, "resource", longText));
    int message = 3 * failure.getMessage().getBytes(StandardCharsets.UTF_8).length;
    int details = ErrorStatus.toMessage(failure).getSerializedSize() * 4 / 3;

    assertThat(message + details).isBetween(1_000, 8_000);
    assertThat(new CladeException(failure.reason(), failure.getMessage(), failure.metadata()))
        .hasMessage(failure.getMessage())
        .extracting(CladeException::metadata)
        .isEqualTo(failure.metadata());
  }
}

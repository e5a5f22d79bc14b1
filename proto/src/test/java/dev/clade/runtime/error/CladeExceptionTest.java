package dev.clade.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
}

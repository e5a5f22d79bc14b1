package dev.clade.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestIdTest {
  private static final String ID = "3f2b8c1e-9d4a-4b6f-8a1c-0d2e4f6a8b1c";

  @Property
  void randomUuidsAreTakenInEitherCase(@ForAll long high, @ForAll long low) {
    UUID uuid = new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE);
    assertThat(RequestId.parse(uuid.toString())).hasToString(uuid.toString());
    assertThat(RequestId.parse(uuid.toString().toUpperCase(Locale.ROOT)).uuid()).isEqualTo(uuid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-4-8-1",
        "3f2b8c1e9d4a4b6f8a1c0d2e4f6a8b1c",
        "{3f2b8c1e-9d4a-4b6f-8a1c-0d2e4f6a8b1c}",
        "3f2b8c1e-9d4a-1b6f-8a1c-0d2e4f6a8b1c",
        "3f2b8c1e-9d4a-4b6f-ca1c-0d2e4f6a8b1c",
        "00000000-0000-0000-0000-000000000000",
        " 3f2b8c1e-9d4a-4b6f-8a1c-0d2e4f6a8b1c",
        "3f2b8c1e-9d4a-4b6f-8a1c-0d2e4f6a8b1c\n",
        "x"
      })
  void anythingElseIsRefusedByName(String text) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> RequestId.parse(text))
        .satisfies(
            thrown -> {
              assertThat(thrown.reason()).isEqualTo(Reason.FIELD_MALFORMED);
              assertThat(thrown.metadata())
                  .containsAllEntriesOf(Map.of("field", "request_id", "value", text));
            });
  }

  @Test
  void anEmptyIdIsMissing() {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> RequestId.parse(""))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.FIELD_REQUIRED));
  }

  @Test
  void anIdUsedForAnotherRequestIsNamed() {
    CladeException reused = RequestId.parse(ID).reused();
    assertThat(reused.reason()).isEqualTo(Reason.REQUEST_ID_REUSED);
    assertThat(reused.metadata()).containsEntry("value", ID);
  }
}

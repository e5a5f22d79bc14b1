package dev.clade.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.v1.StartImportRequest;
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
  void theSameRequestUnderAnotherIdHasTheSameFingerprint() {
    StartImportRequest request =
        StartImportRequest.newBuilder().setUpload("uploads/1").setRequestId(ID).build();
    assertThat(RequestId.fingerprint(request))
        .isEqualTo(RequestId.fingerprint(request.toBuilder().clearRequestId().build()));
  }

  @Test
  void anotherRequestUnderTheSameIdIsRefused() {
    RequestId id = RequestId.parse(ID);
    StartImportRequest first = StartImportRequest.newBuilder().setUpload("uploads/1").build();
    StartImportRequest second = StartImportRequest.newBuilder().setUpload("uploads/2").build();
    String stored = RequestId.fingerprint(first).toString();
    assertThatCode(() -> id.requireSame(stored, first)).doesNotThrowAnyException();
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> id.requireSame(stored, second))
        .satisfies(
            thrown -> {
              assertThat(thrown.reason()).isEqualTo(Reason.REQUEST_ID_REUSED);
              assertThat(thrown.metadata()).containsEntry("value", ID);
            });
  }
}

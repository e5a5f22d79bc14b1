package dev.clade.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HttpStatusTest {
  /** As the comments of {@code google.rpc.Code} say. */
  @ParameterizedTest
  @CsvSource({
    "FIELD_MALFORMED, 400, INVALID_ARGUMENT",
    "IMPORT_OVER, 400, FAILED_PRECONDITION",
    "ARTIFACT_NOT_FOUND, 404, NOT_FOUND",
    "REQUEST_ID_REUSED, 409, ALREADY_EXISTS",
    "REQUEST_TOO_LARGE, 429, RESOURCE_EXHAUSTED",
    "CALL_CANCELLED, 499, CANCELLED",
    "INTERNAL, 500, INTERNAL",
    "METHOD_UNIMPLEMENTED, 501, UNIMPLEMENTED",
    "NOT_READY, 503, UNAVAILABLE",
    "DEADLINE_EXCEEDED, 504, DEADLINE_EXCEEDED",
  })
  void followsTheGrpcCode(Reason reason, int code, Code name) {
    assertThat(HttpStatus.of(reason)).isEqualTo(new HttpStatus(code, name.name()));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsAFailure(Reason reason) {
    assertThat(HttpStatus.of(reason).code()).isBetween(400, 599);
  }
}

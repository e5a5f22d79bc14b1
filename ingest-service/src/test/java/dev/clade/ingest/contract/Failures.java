package dev.clade.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks how calls fail. */
final class Failures {
  private Failures() {}

  /** Checks that a call fails with a catalogued reason, and returns the failure. */
  static CladeException assertFails(Reason reason, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isNotNull();
    CladeException failure =
        ErrorStatus.fromStatus(thrown)
            .orElseThrow(() -> new AssertionError("no catalogued reason", thrown));
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    return failure;
  }

  /** Checks that a call fails because of a field. */
  static void assertInvalid(Reason reason, String field, ThrowingCallable call) {
    CladeException failure = assertFails(reason, call);
    assertThat(failure.metadata()).containsEntry("field", field);
    assertThat(failure.getMessage()).startsWith(field);
  }
}

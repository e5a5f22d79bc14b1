package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Reads failures as a client does. */
final class Failures {
  private Failures() {}

  static CladeException assertReason(Reason reason, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isNotNull();
    CladeException failure =
        ErrorStatus.fromStatus(thrown).orElseThrow(() -> new AssertionError(thrown));
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    return failure;
  }

  static CladeException assertField(String field, Reason reason, ThrowingCallable call) {
    CladeException failure = assertReason(reason, call);
    assertThat(failure.metadata()).as(failure.getMessage()).containsEntry("field", field);
    return failure;
  }
}

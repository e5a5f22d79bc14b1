package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.smallrye.mutiny.TimeoutException;
import org.junit.jupiter.api.Test;

final class DroppedFailuresTest {
  @Test
  void whatCallersCauseByLeavingIsOrdinary() {
    assertThat(DroppedFailures.isOrdinary(Status.CANCELLED.asRuntimeException())).isTrue();
    assertThat(DroppedFailures.isOrdinary(new TimeoutException())).isTrue();
  }

  @Test
  void faultsAreNot() {
    assertThat(DroppedFailures.isOrdinary(new IllegalStateException())).isFalse();
    assertThat(DroppedFailures.isOrdinary(Status.INTERNAL.asRuntimeException())).isFalse();
  }
}

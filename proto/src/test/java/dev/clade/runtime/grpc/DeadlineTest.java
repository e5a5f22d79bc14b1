package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class DeadlineTest {
  @TestHTTPResource URI server;
  @Inject WaitingLineage.Observations observations;

  @Test
  void theHandlerSeesTheDeadlineAndIsCancelledWhenItPasses() throws Exception {
    ManagedChannel channel =
        CladeChannel.open(server.getAuthority(), Duration.ofMillis(500), OpenTelemetry.noop());
    try {
      assertThatExceptionOfType(CladeException.class)
          .isThrownBy(
              () ->
                  TypedErrors.call(
                      () ->
                          LineageServiceGrpc.newBlockingStub(channel)
                              .getPosition(GetPositionRequest.getDefaultInstance())))
          .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.DEADLINE_EXCEEDED));
      assertThat(observations.events.poll(5, TimeUnit.SECONDS)).isEqualTo("deadline");
      assertThat(observations.events.poll(5, TimeUnit.SECONDS)).isEqualTo("cancelled");
    } finally {
      channel.shutdownNow();
    }
  }
}

package dev.clade.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.IssuerTestResource;
import dev.clade.runtime.testing.TestCalls;
import dev.clade.runtime.testing.TestIssuer;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server tells callers who take too much of it. */
@QuarkusTest
@TestProfile(LimitedServerTest.SmallLimits.class)
@QuarkusTestResource(value = IssuerTestResource.class, restrictToAnnotatedClass = true)
final class LimitedServerTest {
  /** Little room, and a rate that tests of it alone reach. */
  public static final class SmallLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "clade.limits.calls-of-caller", "2",
          "clade.limits.waiting-calls-of-caller", "1",
          "clade.limits.rate-of-caller", "50");
    }
  }

  private static final Duration PAUSE = Duration.ofMillis(10);

  @TestHTTPResource URI server;
  TestIssuer issuer;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    // Calls of a channel that is connected arrive in their order.
    stats("Bearer " + issuer.token("first", "reader"));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void aCallerWithTooManyCallsIsRefusedUntilOneIsOver() {
    String ada = "Bearer " + issuer.token("ada", "reader");
    List<ListenableFuture<?>> silent = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      silent.add(
          TestCalls.with(LineageServiceGrpc.newFutureStub(channel), ada)
              .getPosition(GetPositionRequest.getDefaultInstance()));
    }
    CladeException refused = firstRefusal(() -> stats(ada));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_CALLS);
    assertThat(refused.metadata()).containsEntry("of", "caller");
    stats("Bearer " + issuer.token("bob", "reader"));
    silent.getFirst().cancel(true);
    firstSuccess(() -> stats(ada));
  }

  @Test
  void streamsAndCallsDoNotShutEachOtherOut() {
    String ada = "Bearer " + issuer.token("ada of streams", "reader");
    Context.CancellableContext stream = Context.current().withCancellation();
    stream.run(() -> follow(ada));
    CladeException refused =
        firstRefusal(
            () ->
                TestCalls.with(CatalogueServiceGrpc.newBlockingStub(channel), ada)
                    .streamChanges(StreamChangesRequest.getDefaultInstance())
                    .next());
    assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_CALLS);
    stats(ada);
    stream.cancel(null);
  }

  @Test
  void aCallerWhoIsTooFastIsToldWhenToComeBack() {
    String hasty = "Bearer " + issuer.token("hasty", "reader");
    CladeException refused = firstRefusal(() -> stats(hasty));
    assertThat(refused.reason()).isEqualTo(Reason.RATE_LIMITED);
    assertThat(refused.retryDelay()).hasValueSatisfying(wait -> assertThat(wait).isPositive());
    stats("Bearer " + issuer.token("another", "reader"));
  }

  private void follow(String authorization) {
    TestCalls.with(CatalogueServiceGrpc.newBlockingStub(channel), authorization)
        .streamChanges(StreamChangesRequest.newBuilder().setAfterSequence(1).build());
  }

  private Object stats(String authorization) {
    return TestCalls.with(CatalogueServiceGrpc.newBlockingStub(channel), authorization)
        .withDeadlineAfter(Duration.ofMinutes(1))
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
  }

  /** Calls until a call is refused. */
  private static CladeException firstRefusal(Supplier<Object> call) {
    for (int attempt = 0; attempt < 10_000; attempt++) {
      CladeException refused =
          catchThrowableOfType(CladeException.class, () -> TypedErrors.call(call));
      if (refused != null) {
        return refused;
      }
    }
    throw new AssertionError("nothing was refused");
  }

  private static void firstSuccess(Supplier<Object> call) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      if (catchThrowableOfType(CladeException.class, () -> TypedErrors.call(call)) == null) {
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new AssertionError("everything was refused");
  }
}

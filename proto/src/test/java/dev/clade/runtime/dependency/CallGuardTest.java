package dev.clade.runtime.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.failsafe.CircuitBreaker.State;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard before a server that fails, or keeps calls waiting, as a test asks. */
final class CallGuardTest {
  private static final int FAILURES = 3;
  private static final int MOST_CALLS = 2;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Script script = new Script();
  private final Dependencies dependencies = new Dependencies();
  private Server server;
  private ManagedChannel channel;
  private Channel guarded;

  @BeforeEach
  void connect() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(script)
            .build()
            .start();
    channel = NettyChannelBuilder.forTarget("localhost:" + server.getPort()).usePlaintext().build();
    guarded =
        ClientInterceptors.intercept(
            channel, new CallGuard("ingest", new Settings(), dependencies));
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void aServiceThatDoesNotAnswerIsLeftAloneAndThenTriedByOneCall() throws Exception {
    script.status = Status.UNAVAILABLE;
    for (int call = 0; call < FAILURES; call++) {
      assertThat(failure().reason()).isEqualTo(Reason.DEPENDENCY_UNAVAILABLE);
    }
    assertThat(state()).isEqualTo(State.OPEN);

    assertThat(failure().metadata()).containsEntry("service", "ingest");
    assertThat(script.calls).hasValue(FAILURES);

    Thread.sleep(PAUSE.plusMillis(50));
    failure();
    assertThat(script.calls).hasValue(FAILURES + 1);
    assertThat(state()).isEqualTo(State.OPEN);

    script.status = Status.OK;
    Thread.sleep(PAUSE.plusMillis(50));
    get();
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void anAnswerThatRefusesIsAnAnswer() {
    script.status = Status.NOT_FOUND;
    for (int call = 0; call < 2 * FAILURES; call++) {
      failure();
    }
    assertThat(state()).isEqualTo(State.CLOSED);
    assertThat(script.calls).hasValue(2 * FAILURES);
  }

  @Test
  void aCancelledTrialDoesNotKeepTheBreakerHalfOpen() throws Exception {
    script.status = Status.UNAVAILABLE;
    for (int call = 0; call < FAILURES; call++) {
      failure();
    }
    script.status = null;
    Thread.sleep(PAUSE.plusMillis(50));
    ListenableFuture<GetArtifactResponse> trial = later();
    assertThat(state()).isEqualTo(State.HALF_OPEN);
    trial.cancel(true);

    script.status = Status.OK;
    Thread.sleep(PAUSE.plusMillis(50));
    get();
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aStreamHasSucceededWithItsFirstMessage() throws Exception {
    script.status = Status.UNAVAILABLE;
    for (int call = 0; call < FAILURES; call++) {
      failure();
    }
    Thread.sleep(PAUSE.plusMillis(50));
    Iterator<StreamChangesResponse> endless =
        CatalogueServiceGrpc.newBlockingStub(guarded)
            .streamChanges(StreamChangesRequest.getDefaultInstance());
    endless.next();
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void callsBeyondTheMostInFlightFailAtOnceAndFreeNothing() throws Exception {
    script.status = null;
    ListenableFuture<GetArtifactResponse> first = later();
    later();

    for (int call = 0; call < 3; call++) {
      assertThat(failure().reason()).isEqualTo(Reason.DEPENDENCY_UNAVAILABLE);
    }
    assertThat(state()).isEqualTo(State.CLOSED);

    while (script.waiting.size() < MOST_CALLS) {
      Thread.sleep(5);
    }
    script.waiting.forEach(Script::answer);
    first.get();
    script.status = Status.OK;
    get();
  }

  private State state() {
    return dependencies.states().get("ingest");
  }

  private void get() {
    TypedErrors.call(
        () ->
            CatalogueServiceGrpc.newBlockingStub(guarded)
                .getArtifact(GetArtifactRequest.getDefaultInstance()));
  }

  private ListenableFuture<GetArtifactResponse> later() {
    return CatalogueServiceGrpc.newFutureStub(guarded)
        .getArtifact(GetArtifactRequest.getDefaultInstance());
  }

  private CladeException failure() {
    return catchThrowableOfType(CladeException.class, this::get);
  }

  /** Opens after three failures of four, for a moment. */
  private record Settings() implements DependencySettings {
    @Override
    public int failures() {
      return FAILURES;
    }

    @Override
    public int window() {
      return FAILURES + 1;
    }

    @Override
    public Duration pause() {
      return PAUSE;
    }

    @Override
    public int mostCalls() {
      return MOST_CALLS;
    }
  }

  /** Answers with a status, or not at all while there is none; its stream never ends. */
  private static final class Script extends CatalogueServiceGrpc.CatalogueServiceImplBase {
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<StreamObserver<GetArtifactResponse>> waiting =
        new ConcurrentLinkedQueue<>();
    private volatile Status status = Status.OK;

    static void answer(StreamObserver<GetArtifactResponse> caller) {
      caller.onNext(GetArtifactResponse.getDefaultInstance());
      caller.onCompleted();
    }

    @Override
    public void getArtifact(
        GetArtifactRequest request, StreamObserver<GetArtifactResponse> caller) {
      calls.incrementAndGet();
      if (status == null) {
        waiting.add(caller);
      } else if (status.isOk()) {
        answer(caller);
      } else {
        caller.onError(status.asRuntimeException());
      }
    }

    @Override
    public void streamChanges(
        StreamChangesRequest request, StreamObserver<StreamChangesResponse> caller) {
      caller.onNext(StreamChangesResponse.getDefaultInstance());
    }
  }
}

package dev.clade.runtime.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.client.CladeChannel;
import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that live for a tenth of a second. */
@QuarkusTest
@TestProfile(ConnectionAgeTest.ShortAge.class)
final class ConnectionAgeTest {
  private static final int LEAST_CONNECTIONS = 10;
  private static final int CALLERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TestHTTPResource URI server;

  private final Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
  private ManagedChannel channel;
  private Channel recorded;
  private CatalogueServiceBlockingStub client;

  @BeforeEach
  void connect() {
    channel = CladeChannel.open(server.getAuthority(), PATIENCE, OpenTelemetry.noop());
    recorded = ClientInterceptors.intercept(channel, new AddressRecorder());
    client = CatalogueServiceGrpc.newBlockingStub(recorded);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void noCallFailsWhileConnectionsComeAndGo() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      var calls = IntStream.range(0, CALLERS).mapToObj(_ -> callers.submit(this::callOn)).toList();
      for (Future<?> call : calls) {
        call.get();
      }
    }
    assertThat(connections).hasSizeGreaterThanOrEqualTo(LEAST_CONNECTIONS);
  }

  @Test
  void aStreamThatIsOpenStaysSo() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    CatalogueServiceGrpc.newStub(recorded)
        .streamChanges(
            StreamChangesRequest.newBuilder().setAfterSequence(1).build(),
            new StreamObserver<StreamChangesResponse>() {
              @Override
              public void onNext(StreamChangesResponse message) {}

              @Override
              public void onError(Throwable failure) {
                end.set(failure);
                first.countDown();
              }

              @Override
              public void onCompleted() {
                first.countDown();
              }
            });
    callOn();

    assertThat(first.getCount()).as("ended with %s", end.get()).isEqualTo(1);
  }

  private void callOn() {
    while (connections.size() < LEAST_CONNECTIONS) {
      client.getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
    }
  }

  /** Configures a tenth of a second. */
  public static final class ShortAge implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("clade.connection.age", "100ms");
    }
  }

  /** Keeps from which ports calls were made, and so over which connections. */
  private final class AddressRecorder implements ClientInterceptor {
    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(
        MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<R> listener, Metadata headers) {
          super.start(
              new SimpleForwardingClientCallListener<>(listener) {
                @Override
                public void onClose(Status status, Metadata trailers) {
                  Attributes attributes = getAttributes();
                  SocketAddress own = attributes.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
                  if (own != null) {
                    connections.add(own);
                  }
                  super.onClose(status, trailers);
                }
              },
              headers);
        }
      };
    }
  }
}

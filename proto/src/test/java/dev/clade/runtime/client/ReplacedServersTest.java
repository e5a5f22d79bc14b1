package dev.clade.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import dev.clade.runtime.testing.NamedServers;
import io.grpc.Attributes;
import io.grpc.EquivalentAddressGroup;
import io.grpc.ManagedChannel;
import io.grpc.NameResolverRegistry;
import io.grpc.Server;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that lives long, before servers behind one name that come and go as pods do. */
final class ReplacedServersTest {
  private static final int PODS = 3;
  private static final int REPLACEMENTS = 20;
  private static final int MOST_CALLS = 20_000;

  private final List<EquivalentAddressGroup> addresses = new CopyOnWriteArrayList<>();
  private final NamedServers resolver = new NamedServers(addresses);
  private final Deque<Pod> pods = new ArrayDeque<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Integer> answering = ConcurrentHashMap.newKeySet();
  private ManagedChannel channel;
  private CatalogueServiceBlockingStub client;

  @BeforeEach
  void connect() throws IOException {
    NameResolverRegistry.getDefaultRegistry().register(resolver);
    for (int pod = 0; pod < PODS; pod++) {
      add();
    }
    channel = CladeChannel.open(resolver.target(), Duration.ofSeconds(20), OpenTelemetry.noop());
    client = CatalogueServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
    pods.forEach(pod -> pod.server.shutdownNow());
    NameResolverRegistry.getDefaultRegistry().deregister(resolver);
  }

  @Test
  void nothingGrowsWhilePodsAreKilledAndReplaced() throws Exception {
    callUntilAllAnswer();
    int threads = Thread.activeCount();

    for (int replacement = 0; replacement < REPLACEMENTS; replacement++) {
      Pod killed = pods.removeFirst();
      addresses.remove(killed.address());
      killed.server.shutdownNow();
      add();
      callUntilAllAnswer();
    }

    awaitConnections(PODS);
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + PODS);
  }

  /** Names are asked for again whenever a connection ends, and those of a server end by age. */
  @Test
  void aServerThatIsAddedGetsCallsWhenConnectionsHaveAged() throws Exception {
    callUntilAllAnswer();
    add();
    callUntilAllAnswer();
    awaitConnections(PODS + 1);
  }

  private void callUntilAllAnswer() {
    answering.clear();
    int calls = 0;
    while (!answering.containsAll(pods.stream().map(Pod::port).toList())) {
      client.getArtifact(GetArtifactRequest.getDefaultInstance());
      assertThat(calls++).as("calls until each of %s answers", pods).isLessThan(MOST_CALLS);
    }
  }

  private void awaitConnections(int expected) throws InterruptedException {
    for (int look = 0; look < 500 && connections.get() != expected; look++) {
      client.getArtifact(GetArtifactRequest.getDefaultInstance());
      Thread.sleep(10);
    }
    assertThat(connections).hasValue(expected);
  }

  private void add() throws IOException {
    Pod pod = new Pod();
    pods.addLast(pod);
    addresses.add(pod.address());
  }

  /** A server whose connections live for a fifth of a second. */
  private final class Pod extends CatalogueServiceGrpc.CatalogueServiceImplBase {
    private final Server server;

    Pod() throws IOException {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(this)
              .maxConnectionAge(200, TimeUnit.MILLISECONDS)
              .addTransportFilter(
                  new ServerTransportFilter() {
                    @Override
                    public Attributes transportReady(Attributes attributes) {
                      connections.incrementAndGet();
                      return attributes;
                    }

                    @Override
                    public void transportTerminated(Attributes attributes) {
                      connections.decrementAndGet();
                    }
                  })
              .build()
              .start();
    }

    int port() {
      return server.getPort();
    }

    EquivalentAddressGroup address() {
      return new EquivalentAddressGroup(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
    }

    @Override
    public void getArtifact(
        GetArtifactRequest request, StreamObserver<GetArtifactResponse> answer) {
      answering.add(port());
      answer.onNext(GetArtifactResponse.getDefaultInstance());
      answer.onCompleted();
    }
  }
}

package dev.clade.local.bench.load;

import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.local.bench.Latencies;
import dev.clade.local.client.Address;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * How long event loops are held up: small calls over connections of their own, as many as there are
 * loops and more, one at a time. What they take beyond what they take alone is the loops' delay,
 * and what the machine's processors have to do beside.
 */
final class LoopProbe implements AutoCloseable {
  /** Vert.x has two loops a processor, and deals connections out to them in turn. */
  private static final int CONNECTIONS = 4 * Runtime.getRuntime().availableProcessors();

  private static final Duration BETWEEN = Duration.ofMillis(1);

  /** Just under the 2 MiB that the graph's server takes: 1,000 names, each far too long. */
  private static final GetLineageRequest LARGEST_QUESTION =
      GetLineageRequest.newBuilder()
          .addAllNames(Stream.generate(() -> "models/" + "a".repeat(2_050)).limit(1_000).toList())
          .build();

  private static final int LARGEST_PAGE = 2_000;

  private final List<ManagedChannel> connections;
  private final ManagedChannel large;

  /** Connects to a server of the graph. */
  LoopProbe(Address address) {
    connections = Stream.generate(() -> Side.open(address)).limit(CONNECTIONS).toList();
    large = Side.open(address);
  }

  /** Something large that goes over a connection once. */
  private interface Exchange {
    void run();
  }

  /** Measures while nothing else happens. */
  Latencies alone(Duration time) throws Exception {
    return probe(time);
  }

  /** Measures while the server parses the largest messages that it takes, and refuses them. */
  Latencies besideLargestQuestions(Duration time) throws Exception {
    return beside(
        () -> {
          try {
            LineageServiceGrpc.newBlockingStub(large).getLineage(LARGEST_QUESTION);
            throw new IllegalStateException("names of 2,000 characters were taken");
          } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.INVALID_ARGUMENT) {
              throw e;
            }
          }
        },
        time);
  }

  /**
   * Measures while the server sends full pages of a walk.
   *
   * @param name artifact with many descendants
   */
  Latencies besideFullPages(String name, Duration time) throws Exception {
    GetLineageRequest question =
        GetLineageRequest.newBuilder()
            .addNames(name)
            .setDirection(Direction.DIRECTION_DOWNSTREAM)
            .setPageSize(LARGEST_PAGE)
            .build();
    return beside(() -> LineageServiceGrpc.newBlockingStub(large).getLineage(question), time);
  }

  private Latencies beside(Exchange exchange, Duration time) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
      Future<?> sending =
          sender.submit(
              () -> {
                while (!over.get()) {
                  exchange.run();
                }
              });
      Latencies found;
      try {
        found = probe(time);
      } finally {
        over.set(true);
      }
      sending.get();
      return found;
    }
  }

  private Latencies probe(Duration time) throws InterruptedException {
    LongArrayList nanos = new LongArrayList();
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      long begin = System.nanoTime();
      HealthGrpc.newBlockingStub(connections.get(i % CONNECTIONS))
          .check(HealthCheckRequest.getDefaultInstance());
      // The first call of a connection makes it.
      if (i >= CONNECTIONS) {
        nanos.add(System.nanoTime() - begin);
      }
      Thread.sleep(BETWEEN);
    }
    return Latencies.of(nanos.toLongArray());
  }

  @Override
  public void close() {
    connections.forEach(ManagedChannel::shutdownNow);
    large.shutdownNow();
  }
}

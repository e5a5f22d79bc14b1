package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.local.client.Address;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.fault.Direction;
import dev.clade.local.fault.FaultProxy;
import dev.clade.local.fault.Latency;
import dev.clade.local.mesh.Detour;
import dev.clade.local.mesh.Readiness;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGTERM: a service says that it goes, ends its calls, and goes. */
final class ServiceDrainIT {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int CALLS = 8;

  /** Statements take this long each way, so that calls are in flight for a while. */
  private static final Duration DELAY = Duration.ofMillis(800);

  private static TestMesh mesh;
  private static FaultProxy database;

  @BeforeAll
  static void start() throws Exception {
    mesh =
        TestMesh.start(
            List.of(Service.values()),
            Map.of("CLADE_SHUTDOWN_DELAY", "4s"),
            (store, port) -> store == Detour.Store.POSTGRES ? proxied(port) : port);
    long sequence =
        FileImport.result(
                new FileImport(mesh.client())
                    .run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {}))
            .getLastSequence();
    new LineageReader(mesh.client()).await(sequence);
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void callsInFlightEndAndTheServiceSaysThatItGoes(Service service) throws Exception {
    Address address = mesh.mesh().endpoints().of(service);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    try (PlainClient client = new PlainClient(mesh.mesh().endpoints(), DEADLINE);
        ExecutorService callers = Executors.newFixedThreadPool(CALLS)) {
      HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(channel);
      assertThat(status(health)).isEqualTo(ServingStatus.SERVING);
      assertThat(client.ask(service)).isEmpty();
      database.poison(Direction.UPSTREAM, new Latency(DELAY, Duration.ZERO, 1));
      List<Future<Optional<Reason>>> inFlight =
          Stream.generate(() -> callers.submit(() -> client.ask(service))).limit(CALLS).toList();
      Thread.sleep(DELAY.toMillis() / 4);

      ProcessHandle process = mesh.mesh().process(service).mark().find().orElseThrow();
      process.destroy();

      // The check of readiness over HTTP waits for the slow database, this one does not.
      while (status(health) != ServingStatus.NOT_SERVING) {
        Thread.sleep(10);
      }
      assertThat(process.isAlive()).as("unready before it ends").isTrue();
      assertThat(new Readiness(address, ChannelSecurity.NONE).isReady()).isFalse();
      for (Future<Optional<Reason>> call : inFlight) {
        assertThat(call.get()).isEmpty();
      }
      process.onExit().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      database.heal();
      channel.shutdownNow();
      mesh.mesh().restart(service);
    }
  }

  /** Nobody would ever end this one; the graph takes it up again by itself. */
  @Test
  void aStreamWithoutAnEndIsToldToGoElsewhereAndIsTakenUpAgain() throws Exception {
    Address address = mesh.mesh().endpoints().ingest();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      Future<?> stream =
          reader.submit(
              () ->
                  CatalogueServiceGrpc.newBlockingStub(channel)
                      .streamChanges(StreamChangesRequest.getDefaultInstance())
                      .forEachRemaining(batch -> {}));
      Thread.sleep(500);
      long begin = System.nanoTime();
      ProcessHandle process = mesh.mesh().process(Service.INGEST).mark().find().orElseThrow();
      process.destroy();

      CladeException end = failure(stream);
      assertThat(end.reason()).isEqualTo(Reason.NOT_READY);
      process.onExit().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      System.out.printf(
          "drain of ingest with an open stream: %d ms%n",
          Duration.ofNanos(System.nanoTime() - begin).toMillis());
      mesh.mesh().restart(Service.INGEST);
      LineageReader graph = new LineageReader(mesh.client());
      while (!graph.position().getFollowing()) {
        Thread.sleep(20);
      }
    } finally {
      channel.shutdownNow();
    }
  }

  private static CladeException failure(Future<?> call) throws InterruptedException {
    try {
      call.get();
      throw new AssertionError("the stream ended as if there were no more");
    } catch (ExecutionException e) {
      return TypedErrors.of((StatusRuntimeException) e.getCause());
    }
  }

  private static int proxied(int port) {
    database = new FaultProxy(port);
    return database.port();
  }

  /**
   * A connection that was told to go away may take this call down with it: another is waited for.
   */
  private static ServingStatus status(HealthGrpc.HealthBlockingStub health) {
    return health
        .withWaitForReady()
        .withDeadlineAfter(DEADLINE)
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }
}

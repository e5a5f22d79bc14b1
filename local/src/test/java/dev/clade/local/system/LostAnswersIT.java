package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.local.client.ValuationRuns;
import dev.clade.local.fault.BlackHole;
import dev.clade.local.fault.Direction;
import dev.clade.local.fault.FaultProxy;
import dev.clade.local.fault.LimitData;
import dev.clade.local.fault.Toxic;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection between a client and a service is cut while it asks for something to be made.
 * Claim: whoever repeats the call under its request id gets what the first one made, and nothing is
 * made twice.
 */
final class LostAnswersIT {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int POLLS = 1_500;

  /** A connection of HTTP/2 and a call with its answer are about so many bytes each way. */
  private static final int MOST_BYTES = 800;

  private static TestMesh mesh;
  private static List<Creation> creations;

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.start(List.of(Service.INGEST, Service.VALUATION), Map.of());
    ValuationRuns runs = new ValuationRuns(mesh.client());
    Valuation wished =
        Valuation.newBuilder()
            .setImageSet(runs.store(DrawnImages.draw(1, 2)).getName())
            .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(20))
            .setReplicateCount(1)
            .build();
    Valuation paid = runs.watch(runs.create(wished).getName(), state -> {});
    assertThat(paid.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    creations =
        List.of(
            Creation.ofImports(mesh.client()),
            Creation.ofRuns(mesh.client(), wished),
            Creation.ofPayouts(mesh.client(), paid.getName()));
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  static Stream<Creation> creations() {
    return creations.stream();
  }

  @Test
  void everyMethodWithARequestIdIsTried() throws Exception {
    List<String> methods =
        Contracts.methods(TestMesh.home().resolve("proto/released.binpb")).entrySet().stream()
            .filter(
                method -> method.getValue().getInputType().findFieldByName("request_id") != null)
            .map(Map.Entry::getKey)
            .toList();
    assertThat(creations).extracting(Creation::method).containsAll(methods);
  }

  @ParameterizedTest
  @MethodSource("creations")
  void anAnswerThatIsLostIsGivenAgain(Creation creation) throws Exception {
    try (FaultProxy proxy = before(creation.service());
        ExecutorService client = Executors.newSingleThreadExecutor()) {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", proxy.port())
              .usePlaintext()
              .disableRetry()
              .build();
      try {
        // There is a connection, and only answers are missing on it.
        assertThat(creation.request().next().apply(channel)).isNotEmpty();
        Function<Channel, String> request = creation.request().next();
        List<String> before = creation.made().get();
        proxy.poison(Direction.DOWNSTREAM, new BlackHole(Duration.ZERO));
        Future<Throwable> lost = client.submit(() -> catchThrowable(() -> request.apply(channel)));
        List<String> made = awaitMore(creation, before);
        proxy.down();
        assertThat(Status.fromThrowable(lost.get()).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        proxy.heal();
        proxy.up();

        assertThat(made).containsExactly(request.apply(channel));
        assertThat(more(creation, before)).isEqualTo(made);
      } finally {
        channel.shutdownNow();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("creations")
  void aCutAnywhereMakesOneThing(Creation creation) throws Exception {
    Random random = new Random(1);
    try (FaultProxy proxy = before(creation.service())) {
      for (int round = 0; round < Rounds.count(); round++) {
        for (Direction direction : Direction.values()) {
          Function<Channel, String> request = creation.request().next();
          List<String> before = creation.made().get();
          ManagedChannel channel =
              CladeChannel.open(
                  "127.0.0.1:" + proxy.port(),
                  DEADLINE,
                  ChannelSecurity.NONE,
                  OpenTelemetry.noop());
          proxy.poison(direction, once(new LimitData(random.nextLong(MOST_BYTES))));
          try {
            String name = repeatedOnce(request, channel);
            assertThat(more(creation, before)).containsExactly(name);
          } finally {
            channel.shutdownNow();
            proxy.heal();
          }
        }
      }
    }
  }

  /** A channel does not repeat a call by itself once the answer has begun; its caller may. */
  private static String repeatedOnce(Function<Channel, String> request, Channel channel) {
    try {
      return request.apply(channel);
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      return request.apply(channel);
    }
  }

  private static FaultProxy before(Service service) {
    return new FaultProxy(mesh.mesh().endpoints().of(service).port());
  }

  /** Acts on one connection, and leaves those behind it alone. */
  private static Toxic once(Toxic toxic) {
    AtomicBoolean used = new AtomicBoolean();
    return next -> used.getAndSet(true) ? next : toxic.on(next);
  }

  private static List<String> awaitMore(Creation creation, List<String> before)
      throws InterruptedException {
    List<String> found = more(creation, before);
    for (int look = 0; look < POLLS && found.isEmpty(); look++) {
      Thread.sleep(20);
      found = more(creation, before);
    }
    return found;
  }

  private static List<String> more(Creation creation, List<String> before) {
    List<String> more = new ArrayList<>(creation.made().get());
    more.removeAll(before);
    return more;
  }
}

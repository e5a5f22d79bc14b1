package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.bench.HubService;
import dev.clade.local.bench.hub.GeneratedHub;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.bench.load.CountedCalls;
import dev.clade.local.bench.load.Names;
import dev.clade.local.bench.load.Questions;
import dev.clade.local.bench.load.ServedCalls;
import dev.clade.local.bench.load.Tally;
import dev.clade.local.client.Address;
import dev.clade.local.mesh.ChildProcess;
import dev.clade.local.mesh.Mesh;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.testing.NamedServers;
import io.grpc.EquivalentAddressGroup;
import io.grpc.ManagedChannel;
import io.grpc.NameResolverRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A rollout of the graph's servers as a StatefulSet of two does it: each is told to end, and when
 * it has, another starts elsewhere. The name leads to a server until it is told to end, as in a
 * cluster, or in every second round until it has ended, as where the name is slow. Claim: every
 * read through one channel meanwhile is answered once and rightly.
 */
final class RollingRestartIT {
  private static final int INSTANCES = 2;
  private static final int MODELS = 1_000;
  private static final int IN_FLIGHT = 8;
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final int POLLS = 6_000;

  private static final List<EquivalentAddressGroup> ADDRESSES = new CopyOnWriteArrayList<>();
  private static final NamedServers NAME = new NamedServers(ADDRESSES);
  private static final Deque<Instance> INSTANCES_NOW = new ArrayDeque<>();

  private static Hub hub;
  private static HubService service;

  /** A server of the graph. */
  private record Instance(Address address, ChildProcess process) {
    EquivalentAddressGroup group() {
      return new EquivalentAddressGroup(new InetSocketAddress(address.host(), address.port()));
    }
  }

  @BeforeAll
  static void start() throws Exception {
    NameResolverRegistry.getDefaultRegistry().register(NAME);
    hub = GeneratedHub.of(MODELS, 1);
    // Names are asked for again when connections end: soon, so that rounds are short.
    service =
        new HubService(TestMesh.home(), hub, hub.count(), Map.of("CLADE_CONNECTION_AGE", "2s"));
    take(new Instance(mesh().endpoints().lineage(), mesh().process(Service.LINEAGE)));
    add();
  }

  @AfterAll
  static void stop() throws Exception {
    NameResolverRegistry.getDefaultRegistry().deregister(NAME);
    service.close();
  }

  @Test
  void readsGoOnWhileEveryServerIsReplaced() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ManagedChannel channel =
        CladeChannel.open(NAME.target(), DEADLINE, ChannelSecurity.NONE, OpenTelemetry.noop());
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      Future<Tally> reading =
          reader.submit(
              () ->
                  new CountedCalls<>(
                          Questions.lineage(number -> Names.of(hub, number)),
                          List.of(channel),
                          IN_FLIGHT)
                      .run(_ -> !over.get()));
      try {
        for (Instance each : INSTANCES_NOW) {
          awaitReads(each);
        }
        for (int round = 0; round < Rounds.count(); round++) {
          for (int instance = 0; instance < INSTANCES; instance++) {
            replace(round % 2 == 1);
          }
        }
      } finally {
        over.set(true);
      }

      Tally tally = reading.get();
      System.out.printf(
          "%d replacements: %s; p99 %.1f, max %.0f ms%n",
          Rounds.count() * INSTANCES, tally, tally.latencies().p99(), tally.latencies().most());
      assertThat(tally.missing() + tally.repeated() + tally.wrong()).as(tally.toString()).isZero();
      assertThat(tally.failed()).as(tally.toString()).isEmpty();
    } finally {
      channel.shutdownNow();
    }
  }

  private static void replace(boolean isNamedUntilItsEnd) throws Exception {
    Instance leaving = INSTANCES_NOW.removeFirst();
    if (!isNamedUntilItsEnd) {
      ADDRESSES.remove(leaving.group());
    }
    leaving.process().close();
    ADDRESSES.remove(leaving.group());
    awaitReads(add());
  }

  private static Mesh mesh() {
    return service.mesh().mesh();
  }

  private static Instance add() {
    Address address = mesh().startAnother(Service.LINEAGE).lineage();
    return take(new Instance(address, mesh().process(address)));
  }

  private static Instance take(Instance instance) {
    INSTANCES_NOW.addLast(instance);
    ADDRESSES.add(instance.group());
    return instance;
  }

  /** The next may go when this one has calls. */
  private static void awaitReads(Instance instance) throws InterruptedException {
    for (int look = 0; look < POLLS && !(ServedCalls.lineages(instance.address()) > 0); look++) {
      Thread.sleep(10);
    }
    assertThat(ServedCalls.lineages(instance.address()))
        .as("reads of %s", instance.address())
        .isPositive();
  }
}

package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.fault.Bandwidth;
import dev.clade.local.fault.BlackHole;
import dev.clade.local.fault.Direction;
import dev.clade.local.fault.FaultProxy;
import dev.clade.local.fault.Latency;
import dev.clade.local.fault.LimitData;
import dev.clade.local.fault.ResetPeer;
import dev.clade.local.fault.Slicer;
import dev.clade.local.mesh.Detour;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.error.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The network between the services and their stores is slow, cut, reset or silent, while imports go
 * on. Claims: who needs the database hears in time that it is unavailable, and of nothing else; the
 * cache's absence nobody hears of; all is well again by itself; what was acknowledged is there.
 */
final class StoreFaultsIT {
  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final int ASKERS = 4;
  private static final int QUESTIONS = 6;
  private static final int MOST_LOOKS = 1_500;
  private static final Duration DELAY = Duration.ofMillis(60);
  private static final Duration JITTER = Duration.ofMillis(40);

  private static final Map<Detour.Store, FaultProxy> PROXIES = new EnumMap<>(Detour.Store.class);
  private static TestMesh mesh;
  private static PlainClient client;

  /**
   * A fault.
   *
   * @param name for people
   * @param begin breaks the network
   * @param end mends it
   * @param tolerable whether answers come all the same
   */
  record NetworkFault(String name, Change begin, Change end, boolean tolerable) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What is done to a proxy. */
  interface Change {
    void on(FaultProxy proxy) throws Exception;
  }

  @BeforeAll
  static void start() throws Exception {
    mesh =
        TestMesh.start(
            List.of(Service.values()),
            Map.of(
                "CLADE_DATABASE_SILENCE", "3s",
                "CLADE_DATABASE_ACQUIRE", "2s",
                "CLADE_DATABASE_CONNECT", "2s",
                "QUARKUS_REDIS_TCP_READ_IDLE_TIMEOUT", "3s",
                "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SOCKETTIMEOUT", "5"),
            (store, port) -> PROXIES.computeIfAbsent(store, _ -> new FaultProxy(port)).port());
    new FileImport(mesh.client()).run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {});
    client = new PlainClient(mesh.mesh().endpoints(), DEADLINE);
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
    client.close();
    for (FaultProxy proxy : PROXIES.values()) {
      proxy.close();
    }
  }

  static Stream<NetworkFault> faults() {
    return Stream.of(
        both(
            "slow",
            true,
            proxy -> {
              proxy.poison(Direction.UPSTREAM, new Latency(DELAY, JITTER, 1));
              proxy.poison(Direction.DOWNSTREAM, new Latency(DELAY, JITTER, 2));
            }),
        both(
            "narrow and sliced",
            true,
            proxy ->
                proxy.poison(
                    Direction.DOWNSTREAM,
                    new Bandwidth(400_000),
                    new Slicer(300, 200, Duration.ofMillis(1), 3))),
        new NetworkFault("stopped", FaultProxy::down, FaultProxy::up, false),
        both(
            "reset",
            false,
            proxy -> proxy.poison(Direction.UPSTREAM, new ResetPeer(Duration.ZERO))),
        both(
            "cut in the middle of answers",
            false,
            proxy -> proxy.poison(Direction.DOWNSTREAM, new LimitData(300))),
        both(
            "a black hole",
            false,
            proxy -> {
              proxy.poison(Direction.UPSTREAM, new BlackHole(Duration.ZERO));
              proxy.poison(Direction.DOWNSTREAM, new BlackHole(Duration.ZERO));
            }));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void withoutItsDatabaseAServiceSaysSoInTimeAndRecovers(NetworkFault fault) throws Exception {
    Outages outages = new Outages();
    ImportHistory history = new ImportHistory(mesh.client(), outages);
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService importer = Executors.newSingleThreadExecutor()) {
      Future<?> imports =
          importer.submit(
              () -> {
                do {
                  history.importNext();
                } while (!over.get());
                return null;
              });
      Set<Reason> told = EnumSet.noneOf(Reason.class);
      try {
        FaultProxy proxy = PROXIES.get(Detour.Store.POSTGRES);
        fault.begin.on(proxy);
        for (Service service : Service.values()) {
          told.addAll(askMuch(service));
        }
        assertThat(client.walk(SampleHub.SHOWN_MODEL)).as("walks need no database").isEmpty();
        fault.end.on(proxy);
        awaitAnswers("PostgreSQL " + fault.name);
      } finally {
        over.set(true);
      }
      assertThat(told)
          .containsExactlyInAnyOrderElementsOf(
              fault.tolerable ? Set.of() : Set.of(Reason.DATABASE_UNAVAILABLE));
      imports.get();
    }
    assertThat(outages.unexplained()).isEmpty();
    for (int read = 0; read < ImportHistory.CHILDREN; read++) {
      assertThat(history.readAny().getRelationsCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void withoutItsCacheAServiceAnswersAllTheSame(NetworkFault fault) throws Exception {
    FaultProxy proxy = PROXIES.get(Detour.Store.REDIS);
    fault.begin.on(proxy);
    for (Service service : Service.values()) {
      assertThat(askMuch(service)).isEmpty();
    }
    new LineageReader(mesh.client()).position();
    fault.end.on(proxy);
    awaitAnswers("Redis " + fault.name);
  }

  /** Else Kubernetes would restart every pod when a store is away. */
  @Test
  void whetherAServiceLivesIsAskedOfNoStore() throws Exception {
    for (FaultProxy proxy : PROXIES.values()) {
      proxy.poison(Direction.UPSTREAM, new BlackHole(Duration.ZERO));
      proxy.poison(Direction.DOWNSTREAM, new BlackHole(Duration.ZERO));
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (Service service : Service.values()) {
        HttpRequest question =
            HttpRequest.newBuilder(
                    URI.create(
                        "http://%s/q/health/live".formatted(mesh.mesh().endpoints().of(service))))
                .timeout(DEADLINE)
                .build();
        HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      }
    }
    PROXIES.values().forEach(FaultProxy::heal);
    awaitAnswers("both stores a black hole");
  }

  @Test
  void aCacheThatIsKilledIsDoneWithout() throws Exception {
    mesh.mesh().redis().kill();
    for (Service service : Service.values()) {
      assertThat(askMuch(service)).isEmpty();
    }
    mesh.mesh().startRedis();
    awaitAnswers("Redis killed");
  }

  private static NetworkFault both(String name, boolean tolerable, Change begin) {
    return new NetworkFault(name, begin, FaultProxy::heal, tolerable);
  }

  /** Asks from several threads, and returns why answers were missing. */
  private static Set<Reason> askMuch(Service service) throws Exception {
    Set<Reason> told = EnumSet.noneOf(Reason.class);
    try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
      List<Future<Optional<Reason>>> answers =
          Stream.generate(() -> askers.submit(() -> client.ask(service))).limit(QUESTIONS).toList();
      for (Future<Optional<Reason>> answer : answers) {
        answer.get().ifPresent(told::add);
      }
    }
    return told;
  }

  /** Waits until every service answers several times in a row. */
  private static void awaitAnswers(String fault) throws InterruptedException {
    Recoveries recoveries = new Recoveries(fault);
    long begin = System.nanoTime();
    int looks = 0;
    for (Service service : Service.values()) {
      int inARow = 0;
      while (inARow < QUESTIONS) {
        Optional<Reason> why = client.ask(service);
        inARow = why.isEmpty() ? inARow + 1 : 0;
        assertThat(looks++).as("%s does not answer: %s", service, why).isLessThan(MOST_LOOKS);
        if (why.isPresent()) {
          Thread.sleep(20);
        }
      }
    }
    recoveries.addSince(begin);
    recoveries.print();
  }
}

package dev.clade.local.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.client.Address;
import dev.clade.local.client.Endpoints;
import dev.clade.local.mesh.Service;
import io.grpc.ServiceDescriptor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Random and hostile input for every method and every path: nothing that a caller sends makes a
 * service fail, talk of its insides, or hold more than before.
 *
 * <p>{@code clade.fuzz.messages} says how much is sent, {@code clade.fuzz.seed} what.
 */
@EnabledIfSystemProperty(named = "clade.fuzz.messages", matches = "\\d+")
final class FuzzIT {
  private static final long MESSAGES = Long.getLong("clade.fuzz.messages", 12_000);
  private static final long SEED = Long.getLong("clade.fuzz.seed", 8);

  /** Runs that calls have started are ended after so many cases of each service. */
  private static final long STRETCH = 20_000;

  private final Tally tally = new Tally();

  @Test
  void nothingThatIsSentHarmsAService() throws Exception {
    try (FuzzMesh mesh = FuzzMesh.start(SEED)) {
      fuzz(mesh);
      report(mesh);
    }
  }

  /** All that a server says that it has is sent something; it does not name the naming itself. */
  private static void assertAllAreKnown(Service service, Address address) {
    assertThat(FuzzedMethods.services(service).stream().map(ServiceDescriptor::getName))
        .as(service.label())
        .containsAll(Reflection.services(address));
  }

  private void fuzz(FuzzMesh mesh) throws Exception {
    Endpoints endpoints = mesh.mesh().mesh().endpoints();
    Map<Service, ServiceFuzz> fuzzers = new EnumMap<>(Service.class);
    KnownTexts known = new KnownTexts();
    for (Service service : Service.values()) {
      assertAllAreKnown(service, endpoints.of(service));
      CallFuzz.learn(service, endpoints.of(service), known, mesh.words());
    }
    for (Service service : Service.values()) {
      fuzzers.put(
          service,
          new ServiceFuzz(SEED, service, endpoints.of(service), known, mesh.words(), tally));
    }
    long each = MESSAGES / Service.values().length;
    long begin = each / 5;
    stretch(fuzzers, 0, begin);
    Map<Service, Gauge> warm = gauges(mesh);
    for (long from = begin; from < each; from += STRETCH) {
      stretch(fuzzers, from, Math.min(each, from + STRETCH));
      mesh.endRuns();
      System.out.printf(
          "%d messages, %d kinds of findings%n", tally.total(), tally.findings().size());
    }
    fuzzers.values().forEach(ServiceFuzz::close);
    mesh.assertAnswers();
    gauges(mesh)
        .forEach(
            (service, after) -> {
              System.out.println(warm.get(service).line(service, "before"));
              System.out.println(after.line(service, "after"));
              if (!after.isFlatSince(warm.get(service))) {
                tally.found(service.label(), "holds more than before: " + after, warm.get(service));
              }
            });
  }

  private static void stretch(Map<Service, ServiceFuzz> fuzzers, long from, long to)
      throws Exception {
    try (ExecutorService senders = Executors.newFixedThreadPool(fuzzers.size())) {
      List<Future<Void>> running = new ArrayList<>();
      for (ServiceFuzz fuzzer : fuzzers.values()) {
        running.add(
            senders.submit(
                (Callable<Void>)
                    () -> {
                      fuzzer.send(from, to);
                      return null;
                    }));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    }
  }

  private static Map<Service, Gauge> gauges(FuzzMesh mesh) throws Exception {
    Map<Service, Gauge> gauges = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      gauges.put(service, Gauge.of(mesh.mesh().mesh().process(service).mark().pid()));
    }
    return gauges;
  }

  private void report(FuzzMesh mesh) throws Exception {
    for (Service service : Service.values()) {
      for (String error : ServerLog.errors(mesh.mesh().logs().resolve(service.label() + ".log"))) {
        tally.found(service.label(), "log: " + error.lines().findFirst().orElse(""), error);
      }
    }
    System.out.println(tally.table());
    System.out.printf("%d messages, seed %d%n", tally.total(), SEED);
    assertThat(tally.findings().values().stream().toList()).isEmpty();
  }
}

package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.store.LeaseStore;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Asks once a tick whether there is work, and the launcher for workers when there is. */
@ApplicationScoped
public class LauncherLoop {
  private static final Logger LOG = Logger.getLogger(LauncherLoop.class);
  private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);

  private final LeaseStore leases;
  private final ValuationConfig config;
  private ScheduledExecutorService ticking;
  private WorkerLauncher launcher;
  private boolean failing;

  @Inject
  LauncherLoop(LeaseStore leases, ValuationConfig config) {
    this.leases = leases;
    this.config = config;
  }

  /** Quarkus tells of its server asynchronously only. */
  void start(@ObservesAsync HttpServerStart event) {
    start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop();
  }

  synchronized void start() {
    ValuationConfig.Local local = config.launcher().local();
    Optional<List<String>> program = program(local);
    if (local.workers() == 0 || program.isEmpty() || ticking != null) {
      LOG.info("this service starts no workers");
      return;
    }
    launcher = launcher(local, program.get());
    // Quarkus waits for calls in flight before it says that it stops, and waiting workers are such.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(launcher::close));
    ticking =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("worker-launcher").daemon().factory());
    long period = config.tick().toMillis();
    ticking.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.MILLISECONDS);
  }

  synchronized void stop() throws InterruptedException {
    if (ticking == null) {
      return;
    }
    ticking.shutdown();
    if (!ticking.awaitTermination(LONGEST_QUERY.toMillis(), TimeUnit.MILLISECONDS)) {
      ticking.shutdownNow();
    }
    launcher.close();
  }

  /** A tick that throws would be the last. What goes wrong is told of once, not once a tick. */
  private void tick() {
    try {
      if (leases.hasOpen().await().atMost(LONGEST_QUERY)) {
        launcher.ensureWorkers();
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("cannot see to it that workers run, will try again", e);
      }
      failing = true;
    }
  }

  private static WorkerLauncher launcher(ValuationConfig.Local local, List<String> program) {
    WorkerCommand command =
        new WorkerCommand(
            program,
            local.target().orElseGet(LauncherLoop::ownAddress),
            local.logDirectory().map(Path::of));
    return new LocalWorkerLauncher(local.workers(), command, local.backoff());
  }

  private static Optional<List<String>> program(ValuationConfig.Local local) {
    return local
        .command()
        .or(
            () ->
                local
                    .jar()
                    .map(
                        jar ->
                            List.of(
                                System.getProperty("java.home")
                                    + File.separator
                                    + "bin"
                                    + File.separator
                                    + "java",
                                "-jar",
                                jar)));
  }

  /** The port is known to the configuration once the server listens, also when any free was. */
  private static String ownAddress() {
    String key =
        LaunchMode.current() == LaunchMode.TEST ? "quarkus.http.test-port" : "quarkus.http.port";
    return "127.0.0.1:" + ConfigProvider.getConfig().getValue(key, Integer.class);
  }
}

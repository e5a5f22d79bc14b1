package dev.clade.valuation.server.launcher;

import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.server.store.LaunchStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Asks again and again which runs can use workers, has the launcher see to them, and keeps what it
 * says, for every replica of the service to read.
 */
@ApplicationScoped
public class LauncherLoop {
  private static final Logger LOG = Logger.getLogger(LauncherLoop.class);
  private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);

  private final LaunchStore launches;
  private final Launchers launchers;
  private ScheduledExecutorService ticking;
  private WorkerLauncher launcher;
  private boolean failing;

  @Inject
  LauncherLoop(LaunchStore launches, Launchers launchers) {
    this.launches = launches;
    this.launchers = launchers;
  }

  /** Quarkus tells of its server asynchronously only. */
  void start(@ObservesAsync HttpServerStart event) {
    start();
  }

  /** There is one server, in plain text or encrypted. */
  void start(@ObservesAsync HttpsServerStart event) {
    start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop();
  }

  synchronized void start() {
    Optional<WorkerLauncher> configured =
        ticking == null ? launchers.configured() : Optional.empty();
    if (configured.isEmpty()) {
      LOG.info("this service starts no workers");
      return;
    }
    launcher = configured.get();
    // Quarkus waits for calls in flight before it says that it stops, and waiting workers are such.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(launcher::close));
    ticking =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("worker-launcher").daemon().factory());
    long period = launcher.period().toMillis();
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
      List<RunDemand> demands =
          launches.demands(launcher.mostWorkers()).await().atMost(LONGEST_QUERY);
      launches.save(launcher.reconcile(demands)).await().atMost(LONGEST_QUERY);
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("cannot see to it that workers run, will try again", e);
      }
      failing = true;
    }
  }
}

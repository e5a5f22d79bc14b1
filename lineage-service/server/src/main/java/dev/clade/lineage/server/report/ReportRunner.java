package dev.clade.lineage.server.report;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.clade.runtime.telemetry.BackgroundWork;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import dev.clade.runtime.telemetry.SpanKinds;
import dev.clade.runtime.telemetry.TraceParent;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Computes reports, one after the other on a thread of its own, so that they never take more than
 * one core from the answers.
 */
@Singleton
public final class ReportRunner {
  private static final Logger LOG = Logger.getLogger(ReportRunner.class);
  private static final int RENEWALS_PER_LEASE = 3;

  private final UUID holder = UUID.randomUUID();
  private final ReportStore store;
  private final ReportCodec codec;
  private final CatalogueSource catalogue;
  private final ReportSettings settings;
  private final Meters meters;
  private final BackgroundWork background;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread = thread("lineage-report");
  private final ScheduledExecutorService renewals = thread("lineage-report-lease");

  @Inject
  ReportRunner(
      ReportStore store,
      ReportCodec codec,
      CatalogueSource catalogue,
      ReportSettings settings,
      Meters meters,
      BackgroundWork background) {
    this.store = store;
    this.codec = codec;
    this.catalogue = catalogue;
    this.settings = settings;
    this.meters = meters;
    this.background = background;
    meters.gauge(Metric.REPORTS_RUNNING, running, Set::size);
    long pause = settings.lease().toMillis() / RENEWALS_PER_LEASE;
    var _ = renewals.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void close() {
    thread.shutdownNow();
    renewals.shutdownNow();
  }

  /** Whether another report may be taken to compute. */
  boolean hasRoom() {
    return running.size() < settings.mostWaiting();
  }

  /** Computes a report in its turn, unless it is there or somebody else computes it. */
  Uni<Void> run(ReportKey key, GraphSnapshot snapshot) {
    String caller = TraceParent.current();
    return store
        .claim(key, holder, settings.lease())
        .invoke(
            mine -> {
              // A lease that ran out only by the clock may be given to who computes already.
              if (mine && running.add(key.id())) {
                thread.execute(() -> compute(key, snapshot, caller));
              }
            })
        .replaceWithVoid();
  }

  private void compute(ReportKey key, GraphSnapshot snapshot, String caller) {
    BackgroundWork.Work work = background.begin(SpanKinds.REPORT, caller, "");
    work.span().setAttribute("clade.lineage.analysis", key.analysis().name());
    try (work;
        Scope scope = work.enter()) {
      compute(key, snapshot, work);
    }
  }

  private void compute(ReportKey key, GraphSnapshot snapshot, BackgroundWork.Work work) {
    long start = System.nanoTime();
    try {
      Report report =
          key.analysis().run(snapshot, catalogue.open(settings.readDeadline()), key.parameters());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      meters.timer(Metric.REPORT, key.analysis().name()).record(took);
      ReportDocument document = codec.encode(key, report, Instant.now(), took);
      store.finish(key.id(), holder, document).await().atMost(settings.lease());
    } catch (RuntimeException | Error e) {
      work.failed(e);
      LOG.errorf(e, "The report %s could not be made.", key.id());
      giveUp(key, FailureTranslator.translate(e));
    } finally {
      running.remove(key.id());
    }
  }

  /** If the database cannot be told, the lease ends by itself. */
  private void giveUp(ReportKey key, CladeException why) {
    store
        .fail(key.id(), holder, why)
        .subscribe()
        .with(_ -> {}, failure -> LOG.warn("A failed report is not marked so.", failure));
  }

  private void renew() {
    if (!running.isEmpty()) {
      store
          .renew(holder, settings.lease())
          .subscribe()
          .with(_ -> {}, failure -> LOG.warn("Leases of reports are not renewed.", failure));
    }
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name(name).factory());
  }
}

package dev.clade.valuation.server.run;

import dev.clade.runtime.telemetry.Census;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.store.RunCounts;
import dev.clade.valuation.server.store.RunCounts.Counts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells operators how many runs there are, and what waits. */
@Singleton
final class RunCensus {
  private final Census<Counts> census;

  @Inject
  RunCensus(RunCounts runs, Meters meters) {
    census = new Census<>("runs", runs::count);
    for (RunState state : RunState.values()) {
      meters.gauge(
          Metric.RUNS,
          census,
          counted -> counted.read(counts -> counts.runs().getOrDefault(state.name(), 0.0)),
          state.name());
    }
    for (PendingReason reason : PendingReason.values()) {
      meters.gauge(
          Metric.RUNS_PENDING,
          census,
          counted -> counted.read(counts -> counts.pending().getOrDefault(reason.name(), 0.0)),
          reason.name());
    }
    meters.gauge(Metric.QUEUE, census, counted -> counted.read(Counts::queue));
    meters.gauge(Metric.LEASES, census, counted -> counted.read(Counts::leases));
    meters.gauge(Metric.QUEUE_AGE, census, counted -> counted.read(Counts::queueAge));
  }

  void start(@Observes StartupEvent event) {
    census.start();
  }

  void stop(@Observes ShutdownEvent event) {
    census.stop();
  }
}

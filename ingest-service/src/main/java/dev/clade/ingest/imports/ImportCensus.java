package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportState;
import dev.clade.ingest.store.OpenImports;
import dev.clade.runtime.telemetry.Census;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Tells operators how many imports are under way. */
@Singleton
final class ImportCensus {
  private static final List<ImportState> OPEN =
      List.of(ImportState.PENDING, ImportState.RUNNING, ImportState.PAUSED);

  private final Census<Map<ImportState, Long>> census;

  @Inject
  ImportCensus(OpenImports imports, Meters meters) {
    census = new Census<>("imports", imports::count);
    for (ImportState state : OPEN) {
      meters.gauge(
          Metric.IMPORTS,
          census,
          counted -> counted.read(counts -> counts.getOrDefault(state, 0L)),
          state.name());
    }
  }

  void start(@Observes StartupEvent event) {
    census.start();
  }

  void stop(@Observes ShutdownEvent event) {
    census.stop();
  }
}

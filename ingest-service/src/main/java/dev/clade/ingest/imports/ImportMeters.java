package dev.clade.ingest.imports;

import dev.clade.ingest.store.BatchOutcome;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Counts what imports commit, by source: the files together, or a hub. A file's name would be a
 * label without bounds.
 */
@ApplicationScoped
class ImportMeters {
  private final Meters meters;

  @Inject
  ImportMeters(Meters meters) {
    this.meters = meters;
  }

  /**
   * Counts a batch.
   *
   * @param lane the files, or a hub
   * @param took how long it took to commit, waiting for the database included
   */
  void committed(String lane, BatchOutcome outcome, Duration took) {
    count(lane, "created", outcome.created());
    count(lane, "updated", outcome.updated());
    count(lane, "unchanged", outcome.unchanged());
    count(lane, "quarantined", outcome.quarantined());
    meters.timer(Metric.BATCH, lane).record(took);
  }

  private void count(String lane, String outcome, long records) {
    meters.counter(Metric.RECORDS, lane, outcome).increment(records);
  }
}

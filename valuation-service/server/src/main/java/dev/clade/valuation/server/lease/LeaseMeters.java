package dev.clade.valuation.server.lease;

import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import dev.clade.valuation.server.domain.Report;
import io.micrometer.core.instrument.Counter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Counts what became of leases. */
@Singleton
final class LeaseMeters {
  private final Counter counted;
  private final Counter repeated;
  private final Counter failed;
  private final Counter released;
  private final Counter lost;
  private final Counter device;

  @Inject
  LeaseMeters(Meters meters) {
    counted = meters.counter(Metric.EVALUATIONS, "counted");
    repeated = meters.counter(Metric.EVALUATIONS, "repeated");
    failed = meters.counter(Metric.EVALUATIONS, "failed");
    released = meters.counter(Metric.EVALUATIONS, "released");
    lost = meters.counter(Metric.EVALUATIONS, "lost");
    device = meters.counter(Metric.DEVICE);
  }

  /** Counts a report, and whether it was needed. */
  void reported(Report report, boolean needed) {
    if (!needed) {
      repeated.increment();
      return;
    }
    switch (report) {
      case Report.Result result -> {
        counted.increment();
        device.increment(result.durationSeconds());
      }
      case Report.Failure _ -> failed.increment();
      case Report.Release _ -> released.increment();
    }
  }

  /** Counts leases that ended without a report. */
  void lost(int leases) {
    lost.increment(leases);
  }
}

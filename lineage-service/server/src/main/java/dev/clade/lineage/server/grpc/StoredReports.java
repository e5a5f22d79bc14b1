package dev.clade.lineage.server.grpc;

import dev.clade.lineage.server.report.Reports;
import dev.clade.lineage.v1.Report;
import dev.clade.runtime.cache.MessageCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads reports that are there: they never change, so the shared cache may have them. */
@Singleton
final class StoredReports {
  private static final Duration TIME_TO_LIVE = Duration.ofDays(1);

  private final Reports reports;
  private final MessageCache cache;

  @Inject
  StoredReports(Reports reports, MessageCache cache) {
    this.reports = reports;
    this.cache = cache;
  }

  Uni<Report> get(String id) {
    return cache.get(
        "lineage/report/" + id,
        Report.parser(),
        TIME_TO_LIVE,
        () -> reports.document(id).map(ReportMessages::parse));
  }
}

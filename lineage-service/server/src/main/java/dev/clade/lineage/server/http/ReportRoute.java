package dev.clade.lineage.server.http;

import dev.clade.lineage.server.report.ReportFile;
import dev.clade.lineage.server.report.ReportFiles;
import dev.clade.lineage.server.report.ReportFormat;
import dev.clade.lineage.server.report.ReportState;
import dev.clade.lineage.server.report.ReportStatus;
import dev.clade.lineage.server.report.Reports;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.http.ErrorResponse;
import dev.clade.runtime.request.ResourceName;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reports as {@code clade.lineage.v1.ReportService} has them: {@code GET
 * /v1/analyses/{name}/report} asks for one and waits for it, {@code GET /v1/reports/{id}} returns
 * one that is there. Parameters that are not the route's own are the analysis'.
 */
@Singleton
final class ReportRoute {
  private static final String REPORTS = "reports";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(50);
  private static final Duration LONGEST_STEP = Duration.ofSeconds(60);
  private static final Set<String> OWN = Set.of("format", "table", "max_age", "analysis");

  private final Reports reports;
  private final ReportFiles files;

  @Inject
  ReportRoute(Reports reports, ReportFiles files) {
    this.reports = reports;
    this.files = files;
  }

  void register(@Observes Router router) {
    router
        .get("/v1/analyses/:analysis/report")
        .blockingHandler(ErrorResponse.telling(this::compute), false);
    router.get("/v1/reports/:id").blockingHandler(ErrorResponse.telling(this::read), false);
  }

  private void compute(RoutingContext context) {
    HttpServerRequest request = context.request();
    ReportFormat format = format(request);
    String id =
        reports
            .create(context.pathParam("analysis"), parameters(request), maxAge(request))
            .map(ReportStatus::id)
            .await()
            .atMost(LONGEST_STEP);
    ReportStatus status = reports.await(id, LONGEST_WAIT).await().atMost(LONGEST_STEP);
    if (status.state() != ReportState.DONE) {
      throw status.failure().orElseGet(ReportRoute::notYet);
    }
    send(id, format, request);
  }

  private void read(RoutingContext context) {
    String id = ResourceName.parse("id", REPORTS + "/" + context.pathParam("id"), REPORTS).id();
    send(id, format(context.request()), context.request());
  }

  private void send(String id, ReportFormat format, HttpServerRequest request) {
    byte[] document = reports.document(id).await().atMost(LONGEST_STEP);
    ReportFile file = files.write(id, document, format, request.getParam("table", ""));
    HttpServerResponse response = request.response();
    response.putHeader("Content-Type", file.mediaType());
    if (format != ReportFormat.HTML) {
      response.putHeader(
          "Content-Disposition", "attachment; filename=\"%s\"".formatted(file.name()));
    }
    response.end(Buffer.buffer(file.content()));
  }

  private static CladeException notYet() {
    return new CladeException(
        Reason.NOT_READY, "the report is being computed; try again", Map.of());
  }

  private static ReportFormat format(HttpServerRequest request) {
    return QueryParameters.choice(request, "format", ReportFormat.values(), ReportFormat::ending)
        .orElse(ReportFormat.HTML);
  }

  private static Map<String, String> parameters(HttpServerRequest request) {
    Map<String, String> set = new HashMap<>();
    request
        .params()
        .forEach(
            each -> {
              if (!OWN.contains(each.getKey())) {
                set.put(each.getKey(), each.getValue());
              }
            });
    return set;
  }

  private static Duration maxAge(HttpServerRequest request) {
    String given = request.getParam("max_age", "PT0S");
    try {
      Duration age = Duration.parse(given);
      if (!age.isNegative()) {
        return age;
      }
    } catch (DateTimeParseException e) {
      // Told below, with the field.
    }
    throw CladeException.invalidField(
        Reason.FIELD_MALFORMED, "max_age", given, "must be a duration such as PT1H");
  }
}

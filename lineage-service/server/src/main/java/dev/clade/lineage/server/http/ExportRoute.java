package dev.clade.lineage.server.http;

import dev.clade.lineage.server.export.ExportQuery;
import dev.clade.lineage.server.export.ExportedDocument;
import dev.clade.lineage.server.export.LineageExporter;
import dev.clade.runtime.http.ErrorResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * {@code GET} and {@code HEAD} of {@code /v1/{name}/export}, as {@code
 * clade.lineage.v1.ExportService} answers. Documents are made on worker threads.
 *
 * <p>The entity tag is the snapshot's sequence: who has a document of it is told so before it is
 * made again. A catalogue that goes back in time may reuse a sequence.
 */
@Singleton
final class ExportRoute {
  private static final String PATH = "\\/v1\\/(?<name>.+)\\/export";
  private static final int NOT_MODIFIED = 304;

  private final LineageExporter exporter;

  @Inject
  ExportRoute(LineageExporter exporter) {
    this.exporter = exporter;
  }

  void register(@Observes Router router) {
    router
        .routeWithRegex(PATH)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .blockingHandler(ErrorResponse.telling(this::answer), false);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    ExportQuery query = ExportRequests.query(context.pathParam("name"), request);
    HttpServerResponse response = request.response();
    if (tag(exporter.sequence()).equals(request.getHeader("If-None-Match"))) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    ExportedDocument document = exporter.export(query);
    response.putHeader("Content-Type", document.mediaType());
    response.putHeader(
        "Content-Disposition", "attachment; filename=\"%s\"".formatted(document.fileName()));
    response.putHeader("ETag", tag(document.sequence()));
    response.putHeader("Cache-Control", "no-cache");
    // Said also where, for a HEAD, no content follows.
    response.putHeader("Content-Length", Integer.toString(document.content().length));
    response.end(Buffer.buffer(document.content()));
  }

  private static String tag(long sequence) {
    return "\"" + sequence + '"';
  }
}

package dev.clade.lineage.server.http;

import dev.clade.lineage.server.export.ExportFormat;
import dev.clade.lineage.server.export.ExportQuery;
import dev.clade.lineage.server.export.ExportScope;
import dev.clade.runtime.error.CladeException;
import io.vertx.core.http.HttpServerRequest;

/** Reads requests for documents; parameters are named as the contract's fields. */
final class ExportRequests {
  private ExportRequests() {}

  static ExportQuery query(String name, HttpServerRequest request) {
    ExportFormat format =
        QueryParameters.choice(request, "format", ExportFormat.values(), ExportFormat::label)
            .orElseThrow(() -> CladeException.missingField("format"));
    return ExportQuery.of(
        name,
        format,
        QueryParameters.choice(request, "scope", ExportScope.values(), ExportScope::label),
        QueryParameters.number(request, "max_depth"),
        QueryParameters.number(request, "max_nodes"));
  }
}

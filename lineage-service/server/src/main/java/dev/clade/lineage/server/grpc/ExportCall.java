package dev.clade.lineage.server.grpc;

import dev.clade.lineage.server.export.ExportFormat;
import dev.clade.lineage.server.export.ExportQuery;
import dev.clade.lineage.server.export.ExportScope;
import dev.clade.lineage.server.export.ExportedDocument;
import dev.clade.lineage.server.export.LineageExporter;
import dev.clade.lineage.v1.ExportHeader;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportLineageResponse;
import dev.clade.runtime.error.CladeException;
import io.smallrye.mutiny.Multi;
import java.util.Optional;

/** One call of ExportLineage: the document is made at once, its parts are sent as they can be. */
final class ExportCall {
  private final ExportedDocument document;

  private ExportCall(ExportedDocument document) {
    this.document = document;
  }

  /** Checks a request and makes the document. */
  static ExportCall of(ExportLineageRequest request, LineageExporter exporter) {
    return new ExportCall(
        exporter.export(
            ExportQuery.of(
                request.getName(),
                format(request),
                scope(request),
                request.getMaxDepth(),
                request.getMaxNodes())));
  }

  /** Returns the header and the chunks, which share the document's bytes. */
  Multi<ExportLineageResponse> parts() {
    Multi<ExportLineageResponse> chunks =
        Chunks.of(document.content())
            .map(chunk -> ExportLineageResponse.newBuilder().setChunk(chunk).build());
    return Multi.createBy().concatenating().streams(Multi.createFrom().item(header()), chunks);
  }

  private ExportLineageResponse header() {
    ExportHeader.Builder header =
        ExportHeader.newBuilder()
            .setMediaType(document.mediaType())
            .setFileName(document.fileName())
            .setSizeBytes(document.content().length)
            .setSnapshotSequence(document.sequence());
    AnswerParts.truncation(document.members()).ifPresent(header::setTruncation);
    return ExportLineageResponse.newBuilder().setHeader(header).build();
  }

  private static ExportFormat format(ExportLineageRequest request) {
    return switch (request.getFormat()) {
      case EXPORT_FORMAT_CYCLONEDX_JSON -> ExportFormat.CYCLONEDX_JSON;
      case EXPORT_FORMAT_OPENLINEAGE_JSON -> ExportFormat.OPENLINEAGE_JSON;
      case EXPORT_FORMAT_GRAPHVIZ_DOT -> ExportFormat.GRAPHVIZ_DOT;
      case EXPORT_FORMAT_GRAPHML -> ExportFormat.GRAPHML;
      case EXPORT_FORMAT_JSON -> ExportFormat.JSON;
      case EXPORT_FORMAT_UNSPECIFIED -> throw CladeException.missingField("format");
      case UNRECOGNIZED ->
          throw LineageRequests.unknown("format", request.getFormatValue(), "a format");
    };
  }

  private static Optional<ExportScope> scope(ExportLineageRequest request) {
    return switch (request.getScope()) {
      case EXPORT_SCOPE_UNSPECIFIED -> Optional.empty();
      case EXPORT_SCOPE_UPSTREAM -> Optional.of(ExportScope.UPSTREAM);
      case EXPORT_SCOPE_DOWNSTREAM -> Optional.of(ExportScope.DOWNSTREAM);
      case EXPORT_SCOPE_LINEAGE -> Optional.of(ExportScope.LINEAGE);
      case EXPORT_SCOPE_FAMILY -> Optional.of(ExportScope.FAMILY);
      case UNRECOGNIZED ->
          throw LineageRequests.unknown("scope", request.getScopeValue(), "a scope");
    };
  }
}

package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.lineage.Limit;
import dev.clade.lineage.server.lineage.ResourceNames;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.Optional;

/**
 * A question for a document, checked.
 *
 * @param name the artifact; a model in {@link ExportFormat#CYCLONEDX_JSON} and of a family
 * @param format how to write it
 * @param scope which part of the graph; upstream in {@link ExportFormat#CYCLONEDX_JSON}
 * @param maxDepth most steps each way, of no meaning for a family
 * @param maxNodes most artifacts
 */
public record ExportQuery(
    ArtifactName name, ExportFormat format, ExportScope scope, int maxDepth, int maxNodes) {
  private static final Limit DEPTH = new Limit("max_depth", 100, 1_000);
  private static final int USUAL_NODES = 10_000;

  /**
   * Returns the question that a request asks.
   *
   * @param name resource name
   * @param scope which part; that of the format without one
   * @param maxDepth most steps each way, 0 for the default
   * @param maxNodes most artifacts, 0 for the default
   * @throws CladeException when the name is missing, malformed or of a kind that the document is
   *     not made for, the format has no such scope, or a limit is out of its range
   */
  public static ExportQuery of(
      String name, ExportFormat format, Optional<ExportScope> scope, int maxDepth, int maxNodes) {
    if (name.isEmpty()) {
      throw CladeException.missingField("name");
    }
    boolean isBill = format == ExportFormat.CYCLONEDX_JSON;
    ExportQuery query =
        new ExportQuery(
            ResourceNames.parse("name", name),
            format,
            scope.orElse(isBill ? ExportScope.UPSTREAM : ExportScope.LINEAGE),
            DEPTH.of(maxDepth),
            new Limit("max_nodes", USUAL_NODES, format.mostNodes()).of(maxNodes));
    boolean isFamily = query.scope == ExportScope.FAMILY;
    if (isBill && query.scope != ExportScope.UPSTREAM) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE,
          "scope",
          query.scope.label(),
          "must be upstream, as a bill of materials lists what something was made from");
    }
    if ((isBill || isFamily) && query.name.kind() != ArtifactKind.MODEL) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "name",
          name,
          "must be the name of a model, as only they have bills of materials and families");
    }
    if (isFamily && maxDepth != 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "max_depth",
          maxDepth,
          "must be 0 for a family, which is walked to its end");
    }
    return query;
  }
}

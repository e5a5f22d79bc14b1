package dev.clade.lineage.server.export;

/** How a document is written. */
public enum ExportFormat {
  /** Bill of materials: CycloneDX 1.6. */
  CYCLONEDX_JSON(
      "cyclonedx",
      "application/vnd.cyclonedx+json; version=1.6",
      "cdx.json",
      10_000,
      CycloneDxBom::write),
  /** OpenLineage events, one a line. */
  OPENLINEAGE_JSON(
      "openlineage", "application/x-ndjson", "ndjson", 10_000, OpenLineageEvents::write),
  /** Graphviz. */
  GRAPHVIZ_DOT("dot", "text/vnd.graphviz; charset=utf-8", "dot", 100_000, DotGraph::write),
  /** GraphML. */
  GRAPHML("graphml", "application/graphml+xml", "graphml", 100_000, GraphMl::write),
  /** Nodes and links. */
  JSON("json", "application/json", "json", 100_000, NodeLinkJson::write);

  private final String label;
  private final String mediaType;
  private final String extension;
  private final int mostNodes;
  private final DocumentWriter writer;

  ExportFormat(
      String label, String mediaType, String extension, int mostNodes, DocumentWriter writer) {
    this.label = label;
    this.mediaType = mediaType;
    this.extension = extension;
    this.mostNodes = mostNodes;
    this.writer = writer;
  }

  /** Returns the word that stands for the format in addresses, such as {@code dot}. */
  public String label() {
    return label;
  }

  /** Returns the media type, with parameters. */
  String mediaType() {
    return mediaType;
  }

  /** Returns the ending of file names, without a dot before it. */
  String extension() {
    return extension;
  }

  /** Returns how many artifacts a document may have: as many as some 60 MB have room for. */
  int mostNodes() {
    return mostNodes;
  }

  /** Returns what writes the format. */
  DocumentWriter writer() {
    return writer;
  }
}

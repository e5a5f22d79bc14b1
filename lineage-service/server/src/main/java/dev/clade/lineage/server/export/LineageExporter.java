package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.lineage.server.family.FamilyFinder;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Makes documents of the latest snapshot. */
@Singleton
public final class LineageExporter {
  private static final long MOST_EDGES = 1_000_000;
  private static final int LONGEST_FILE_NAME = 200;

  /** What a bill of materials lists: neither papers nor the spaces that use something. */
  private static final RelationFilter MATERIALS =
      RelationFilter.of(
          Arrays.stream(RelationType.values())
              .filter(type -> type.isDerivation() || type == RelationType.TRAINED_ON)
              .toList());

  private final LineageFinder lineages;
  private final FamilyFinder families;
  private final GraphKeeper graph;

  @Inject
  LineageExporter(LineageFinder lineages, FamilyFinder families, GraphKeeper graph) {
    this.lineages = lineages;
    this.families = families;
    this.graph = graph;
  }

  /**
   * Returns the last change of the feed that a document made now would include. As long as it is
   * the same, so are the documents.
   *
   * @throws CladeException {@link Reason#NOT_READY} when the graph is still being read
   */
  public long sequence() {
    return graph.ready().sequence();
  }

  /**
   * Makes a document, in memory as a whole: up to some 60 MB at the largest limits. Works as long
   * as the limits allow: not for event loops.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph lacks the artifact,
   *     {@link Reason#NOT_READY} when it is still being read
   */
  public ExportedDocument export(ExportQuery query) {
    Lineage members = members(query);
    int start = members.graph().find(query.name()).orElseThrow();
    Subgraph subgraph = new Subgraph(query, start, members);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      query.format().writer().write(subgraph, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a document that cannot be written", e);
    }
    return new ExportedDocument(
        query.format().mediaType(), fileName(subgraph), out.toByteArray(), members);
  }

  private Lineage members(ExportQuery query) {
    return switch (query.scope()) {
      case FAMILY -> families.find(query.name().toString(), query.maxNodes()).members();
      case UPSTREAM -> walk(query, Direction.UPSTREAM);
      case DOWNSTREAM -> walk(query, Direction.DOWNSTREAM);
      case LINEAGE -> walk(query, Direction.BOTH);
    };
  }

  private Lineage walk(ExportQuery query, Direction direction) {
    boolean isBill = query.format() == ExportFormat.CYCLONEDX_JSON;
    WalkQuestion walk =
        new WalkQuestion(
                direction,
                isBill ? MATERIALS : RelationFilter.ALL,
                query.maxDepth(),
                query.maxNodes())
            .withMaxEdges(MOST_EDGES);
    return lineages.find(new LineageQuery(List.of(query.name()), walk)).lineage();
  }

  private static String fileName(Subgraph subgraph) {
    ArtifactName name = subgraph.graph().name(subgraph.start());
    String id = name.kind() == ArtifactKind.MODEL ? name.id() : name.toString();
    String safe = id.replaceAll("[^A-Za-z0-9._-]", "-");
    return safe.substring(0, Math.min(LONGEST_FILE_NAME, safe.length()))
        + '.'
        + subgraph.query().format().extension();
  }
}

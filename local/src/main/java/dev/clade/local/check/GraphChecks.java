package dev.clade.local.check;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Relation;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.local.client.LineageReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Does the graph agree with the catalogue? */
public final class GraphChecks {
  private static final int STARTS_A_CALL = 500;
  private static final int MOST_NODES = 1_000_000;

  private final LineageReader lineage;
  private final Map<String, String> presentNames;

  /**
   * Creates checks that read through a reader.
   *
   * @param presentNames names that artifacts had before, each with the present one
   */
  public GraphChecks(LineageReader lineage, Map<String, String> presentNames) {
    this.lineage = lineage;
    this.presentNames = presentNames;
  }

  /**
   * Returns what the checks found.
   *
   * @param artifactCount artifacts that the catalogue has under their present names
   * @param headSequence the catalogue's last change
   * @param sample artifacts of the catalogue, whose relations the graph must have, and no others
   */
  public List<Check> run(long artifactCount, long headSequence, List<Artifact> sample) {
    GetPositionResponse position = lineage.position();
    List<String> strange = new ArrayList<>();
    for (int from = 0; from < sample.size(); from += STARTS_A_CALL) {
      List<Artifact> starts = sample.subList(from, Math.min(sample.size(), from + STARTS_A_CALL));
      strange.addAll(compare(starts));
    }
    return List.of(
        Check.equal(
            "the graph has caught up",
            "applied",
            position.getAppliedSequence(),
            "head",
            headSequence),
        Check.equal(
            "the graph has the catalogue's artifacts",
            "in the graph",
            position.getCataloguedCount(),
            "in the catalogue",
            artifactCount),
        new Check(
            "declared relations are in the graph, and no others",
            strange.isEmpty(),
            strange.isEmpty()
                ? "%,d artifacts compared".formatted(sample.size())
                : "%,d of %,d artifacts differ, such as %s"
                    .formatted(strange.size(), sample.size(), strange.getFirst())));
  }

  /** Returns the names of artifacts whose relations differ. */
  private List<String> compare(List<Artifact> starts) {
    GetLineageResponse answer =
        lineage.lineage(
            GetLineageRequest.newBuilder()
                .addAllNames(starts.stream().map(Artifact::getName).toList())
                .setDirection(Direction.DIRECTION_UPSTREAM)
                .setMaxDepth(1)
                .setMaxNodes(MOST_NODES)
                .build());
    Map<String, List<LineageEdge>> edges =
        answer.getNodesList().stream()
            .flatMap(node -> node.getEdgesList().stream())
            .collect(Collectors.groupingBy(LineageEdge::getDownstream));
    return starts.stream()
        .filter(start -> !agree(start, edges.getOrDefault(start.getName(), List.of())))
        .map(Artifact::getName)
        .toList();
  }

  /** The graph leaves out relations of an artifact to itself. */
  private boolean agree(Artifact artifact, Collection<LineageEdge> edges) {
    List<Relation> declared = artifact.getRelationsList();
    boolean complete =
        declared.stream()
            .allMatch(
                relation ->
                    edges.stream().anyMatch(edge -> matches(relation, edge))
                        || sameArtifact(relation.getUpstream(), artifact.getName()));
    boolean nothingElse =
        edges.stream()
            .allMatch(edge -> declared.stream().anyMatch(relation -> matches(relation, edge)));
    return complete && nothingElse;
  }

  private boolean matches(Relation relation, LineageEdge edge) {
    return relation.getType() == edge.getType()
        && sameArtifact(relation.getUpstream(), edge.getUpstream());
  }

  /** An old name may have no owner, and the graph knows by whom the artifact is kept now. */
  private boolean sameArtifact(String declared, String inGraph) {
    if (inGraph.equals(presentNames.get(declared))) {
      return true;
    }
    String left = declared.toLowerCase(Locale.ROOT);
    String right = inGraph.toLowerCase(Locale.ROOT);
    if (left.equals(right)) {
      return true;
    }
    int collection = left.indexOf('/');
    boolean legacy = left.indexOf('/', collection + 1) < 0;
    return legacy
        && right.startsWith(left.substring(0, collection + 1))
        && right.endsWith(left.substring(collection));
  }
}

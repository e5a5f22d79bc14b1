package dev.clade.lineage.ecosystem.reuse;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the artifacts of a snapshot declare, by their nodes.
 *
 * <p>A snapshot differs from the lists that the study read in two ways: an artifact that a model
 * declares twice is one, under whichever of its names, and a model that declares itself does not
 * count as its own base. Inferred relations are left out.
 */
public final class SnapshotDeclarations {
  private SnapshotDeclarations() {}

  /**
   * Returns the declarations of all catalogued models.
   *
   * @param tasks an artifact's tasks by node
   */
  public static Stream<ModelDeclaration> models(
      GraphSnapshot graph, IntFunction<Set<String>> tasks) {
    return catalogued(graph, ArtifactKind.MODEL)
        .mapToObj(
            node ->
                new ModelDeclaration(
                    tasks.apply(node),
                    upstream(graph, node, ArtifactKind.DATASET),
                    upstream(graph, node, ArtifactKind.MODEL)));
  }

  /**
   * Returns the declarations of all catalogued datasets.
   *
   * @param tasks an artifact's tasks by node
   */
  public static Stream<DatasetDeclaration> datasets(
      GraphSnapshot graph, IntFunction<Set<String>> tasks) {
    return catalogued(graph, ArtifactKind.DATASET)
        .mapToObj(node -> new DatasetDeclaration(node, tasks.apply(node)));
  }

  private static IntStream catalogued(GraphSnapshot graph, ArtifactKind kind) {
    return IntStream.range(0, graph.nodeCount())
        .filter(node -> graph.kind(node) == kind && graph.isCatalogued(node));
  }

  private static IntArrayList upstream(GraphSnapshot graph, int node, ArtifactKind kind) {
    IntArrayList found = new IntArrayList();
    Adjacency upstream = graph.upstream();
    for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
      int neighbor = upstream.neighbor(edge);
      boolean repeats = !found.isEmpty() && found.topInt() == neighbor;
      if (!repeats && isDeclared(upstream.label(edge)) && graph.kind(neighbor) == kind) {
        found.push(neighbor);
      }
    }
    return found;
  }

  private static boolean isDeclared(byte label) {
    RelationType type = EdgeLabel.type(label);
    return EdgeLabel.origin(label) == RelationOrigin.DECLARED
        && (type.isDerivation() || type == RelationType.TRAINED_ON);
  }
}

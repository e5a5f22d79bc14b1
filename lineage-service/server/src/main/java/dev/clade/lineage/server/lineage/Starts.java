package dev.clade.lineage.server.lineage;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The artifacts of a snapshot that a question names.
 *
 * @param nodes the ones that the graph has
 * @param unreachable the names that it does not have
 */
public record Starts(IntList nodes, List<ArtifactName> unreachable) {
  /** Keeps an unchangeable copy of the names. */
  public Starts {
    unreachable = List.copyOf(unreachable);
  }

  /**
   * Finds artifacts.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph has none of the names
   */
  public static Starts some(GraphSnapshot graph, List<ArtifactName> names) {
    IntArrayList nodes = new IntArrayList();
    List<ArtifactName> unreachable = new ArrayList<>();
    for (ArtifactName name : names) {
      OptionalInt node = graph.find(name);
      if (node.isPresent()) {
        nodes.add(node.getAsInt());
      } else {
        unreachable.add(name);
      }
    }
    if (nodes.isEmpty()) {
      throw notFound(unreachable.getFirst());
    }
    return new Starts(nodes, unreachable);
  }

  /**
   * Finds artifacts that must all be there.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph lacks one
   */
  public static IntList all(GraphSnapshot graph, List<ArtifactName> names) {
    Starts found = some(graph, names);
    if (!found.unreachable.isEmpty()) {
      throw notFound(found.unreachable.getFirst());
    }
    return found.nodes;
  }

  private static CladeException notFound(ArtifactName name) {
    return CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, name.toString());
  }
}

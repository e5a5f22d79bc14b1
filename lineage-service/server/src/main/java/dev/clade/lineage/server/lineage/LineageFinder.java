package dev.clade.lineage.server.lineage;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.LineageWalk;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds lineages in the latest snapshot. */
@Singleton
public final class LineageFinder {
  private final GraphKeeper graph;

  @Inject
  LineageFinder(GraphKeeper graph) {
    this.graph = graph;
  }

  /**
   * An answer.
   *
   * @param lineage what was found
   * @param unreachable starting names that the graph does not have
   */
  public record Found(Lineage lineage, List<ArtifactName> unreachable) {}

  /**
   * Returns the lineage that a question asks for. Works as long as its limits allow: not for event
   * loops.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph has none of the names,
   *     {@link Reason#NOT_READY} when it is still being read
   */
  public Found find(LineageQuery query) {
    GraphSnapshot snapshot = graph.ready();
    IntArrayList starts = new IntArrayList();
    List<ArtifactName> unreachable = new ArrayList<>();
    for (ArtifactName name : query.names()) {
      OptionalInt node = snapshot.find(name);
      if (node.isPresent()) {
        starts.add(node.getAsInt());
      } else {
        unreachable.add(name);
      }
    }
    if (starts.isEmpty()) {
      throw CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, unreachable.getFirst().toString());
    }
    return new Found(LineageWalk.from(snapshot, starts, query.walk()), unreachable);
  }
}

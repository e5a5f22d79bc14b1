package dev.clade.lineage.server.lineage;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.LineageWalk;
import dev.clade.lineage.graph.walk.Truncation;
import dev.clade.lineage.graph.walk.WalkPoint;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds lineages in the latest snapshot. */
@Singleton
public final class LineageFinder {
  private static final int FEW_RELATIONS = 256;
  private static final Optional<Truncation.Reason> TOO_MANY =
      Optional.of(Truncation.Reason.MAX_EDGES);

  private final GraphKeeper graph;

  /** Creates a finder that looks at what a keeper holds. */
  @Inject
  public LineageFinder(GraphKeeper graph) {
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
    return find(query, _ -> WalkPoint.START);
  }

  /**
   * Returns the lineage that a question asks for when few relations tell it, within some tens of
   * microseconds for few names; nothing when it takes longer. Fails like {@link
   * #find(LineageQuery)}.
   */
  public Optional<Found> findQuickly(LineageQuery query) {
    WalkQuestion brief = query.walk().withMaxEdges(FEW_RELATIONS);
    return Optional.of(find(new LineageQuery(query.names(), brief)))
        .filter(found -> !found.lineage().truncation().map(Truncation::reason).equals(TOO_MANY));
  }

  /**
   * Returns the part of a lineage that comes from a point on, as {@link #find(LineageQuery)}.
   *
   * @param from returns the point in the snapshot that is walked
   */
  public Found find(LineageQuery query, Function<GraphSnapshot, WalkPoint> from) {
    GraphSnapshot snapshot = graph.ready();
    Starts starts = Starts.some(snapshot, query.names());
    Lineage lineage =
        LineageWalk.from(snapshot, starts.nodes(), query.walk().resumedAt(from.apply(snapshot)));
    return new Found(lineage, starts.unreachable());
  }
}

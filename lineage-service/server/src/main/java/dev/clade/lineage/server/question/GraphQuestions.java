package dev.clade.lineage.server.question;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.AncestorQuestion;
import dev.clade.lineage.graph.walk.CommonAncestors;
import dev.clade.lineage.graph.walk.Impact;
import dev.clade.lineage.graph.walk.ImpactQuestion;
import dev.clade.lineage.graph.walk.PathAnswer;
import dev.clade.lineage.graph.walk.PathQuestion;
import dev.clade.lineage.graph.walk.PathSearch;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.Starts;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import it.unimi.dsi.fastutil.ints.IntList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Answers questions from the latest snapshot. Each works as long as its limits allow: not for event
 * loops. Each fails with {@link Reason#NOT_READY} while the graph is still being read.
 */
@Singleton
public final class GraphQuestions {
  private final GraphKeeper graph;
  private volatile GraphStats stats;

  @Inject
  GraphQuestions(GraphKeeper graph) {
    this.graph = graph;
  }

  /**
   * Returns how two artifacts are connected.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph lacks one of them
   */
  public Answer<PathAnswer> path(ArtifactName from, ArtifactName to, PathQuestion question) {
    GraphSnapshot snapshot = graph.ready();
    IntList ends = Starts.all(snapshot, List.of(from, to));
    return new Answer<>(
        snapshot, PathSearch.between(snapshot, ends.getInt(0), ends.getInt(1), question));
  }

  /**
   * Returns what some artifacts all stem from.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph lacks one of them
   */
  public Answer<CommonAncestors> commonAncestors(
      List<ArtifactName> names, AncestorQuestion question) {
    GraphSnapshot snapshot = graph.ready();
    return new Answer<>(
        snapshot, CommonAncestors.of(snapshot, Starts.all(snapshot, names), question));
  }

  /**
   * Counts what is downstream of some artifacts.
   *
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph has none of them
   */
  public Answer<ImpactFound> impact(List<ArtifactName> names, ImpactQuestion question) {
    GraphSnapshot snapshot = graph.ready();
    Starts starts = Starts.some(snapshot, names);
    return new Answer<>(
        snapshot,
        new ImpactFound(Impact.of(snapshot, starts.nodes(), question), starts.unreachable()));
  }

  /** Returns the size and shape of the graph, computed when it is first asked for. */
  public GraphStats stats() {
    GraphSnapshot snapshot = graph.ready();
    GraphStats known = stats;
    if (known != null && known.graph() == snapshot) {
      return known;
    }
    synchronized (this) {
      if (stats == null || stats.graph() != snapshot) {
        stats = GraphStats.of(snapshot);
      }
      return stats;
    }
  }

  /**
   * An impact.
   *
   * @param impact what was counted
   * @param unreachable starting names that the graph does not have
   */
  public record ImpactFound(Impact impact, List<ArtifactName> unreachable) {}
}

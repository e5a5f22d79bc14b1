package dev.clade.lineage.server.compliance;

import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.lineage.graph.license.LicenseFinding;
import dev.clade.lineage.graph.license.LicenseFinding.Verdict;
import dev.clade.lineage.graph.license.LicenseTable;
import dev.clade.lineage.graph.license.Obligations;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.lineage.Starts;
import dev.clade.lineage.server.page.EdgePage;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows licences and other traits through the latest snapshot. Each answer works as long as its
 * limits allow: not for event loops. Each fails with {@link Reason#NOT_READY} while the graph is
 * still being read.
 */
@Singleton
public final class Compliance {
  private final GraphKeeper graph;
  private final LineageFinder lineages;
  private final LicenseTable table = LicenseTable.shipped();

  @Inject
  Compliance(GraphKeeper graph, LineageFinder lineages) {
    this.graph = graph;
    this.lineages = lineages;
  }

  /** Returns the licences whose terms are known. */
  public LicenseTable table() {
    return table;
  }

  /**
   * Returns how a trait changes along the relations of a walk.
   *
   * @param shown changes to answer with; all are counted
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph has none of the names
   */
  public EdgeAnswer<TraitChange, TraitSummary> changes(
      EdgeQuestion question, Trait trait, Set<LicenseChange> shown) {
    LineageFinder.Found found = walk(question);
    GraphSnapshot walked = found.lineage().graph();
    TraitSummary.Sum sum = new TraitSummary.Sum();
    EdgePage<TraitChange> page =
        EdgePage.after(
            question.position(),
            found.lineage(),
            question.pageSize(),
            edge -> {
              TraitChange change = TraitChange.of(walked, edge, trait);
              sum.add(change);
              return Optional.of(change).filter(each -> shown.contains(each.change()));
            });
    return new EdgeAnswer<>(found.lineage(), found.unreachable(), page, sum.summary());
  }

  /**
   * Returns whether licences keep what others demand along the relations of a walk.
   *
   * @param shown verdicts to answer with; all are counted
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph has none of the names
   */
  public EdgeAnswer<EdgeFinding, Map<Verdict, Long>> findings(
      EdgeQuestion question, Set<Verdict> shown) {
    LineageFinder.Found found = walk(question);
    GraphSnapshot walked = found.lineage().graph();
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    EdgePage<EdgeFinding> page =
        EdgePage.after(
            question.position(),
            found.lineage(),
            question.pageSize(),
            edge -> {
              EdgeFinding each = finding(walked, edge);
              counts.merge(each.finding().verdict(), 1L, Long::sum);
              return Optional.of(each).filter(one -> shown.contains(one.finding().verdict()));
            });
    return new EdgeAnswer<>(found.lineage(), found.unreachable(), page, counts);
  }

  /**
   * Returns what an artifact owes to all that it stems from.
   *
   * @param relations the relations by which obligations pass on
   * @param maxNodes most artifacts to look at, itself included
   * @param position where the page before ended; empty for the first page
   * @throws CladeException {@link Reason#ARTIFACT_NOT_FOUND} when the graph does not have it
   */
  public ObligationAnswer obligations(
      ArtifactName name,
      RelationFilter relations,
      int maxNodes,
      Optional<WalkPosition> position,
      int pageSize) {
    GraphSnapshot snapshot = graph.ready();
    int artifact = Starts.all(snapshot, List.of(name)).getInt(0);
    Obligations found =
        Obligations.of(
            snapshot, artifact, snapshot.attributes()::licenses, table, relations, maxNodes);
    return ObligationAnswer.of(snapshot, found, position, pageSize);
  }

  private LineageFinder.Found walk(EdgeQuestion question) {
    return lineages.find(question.walk(), question.position()::from);
  }

  private EdgeFinding finding(GraphSnapshot walked, Edge edge) {
    Profile upstream = walked.attributes().profile(edge.upstream());
    Profile downstream = walked.attributes().profile(edge.downstream());
    return new EdgeFinding(
        edge,
        upstream.licenses(),
        downstream.licenses(),
        LicenseFinding.of(table, upstream.licenses(), downstream.licenses()));
  }
}

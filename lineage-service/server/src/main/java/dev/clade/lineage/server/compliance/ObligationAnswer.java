package dev.clade.lineage.server.compliance;

import dev.clade.lineage.graph.license.LicenseTerm;
import dev.clade.lineage.graph.license.Obligation;
import dev.clade.lineage.graph.license.Obligations;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Truncation;
import dev.clade.lineage.graph.walk.WalkPoint;
import dev.clade.lineage.server.page.WalkPosition;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an artifact owes, or a part of it.
 *
 * @param graph the snapshot that was looked at
 * @param origins where it comes from, as far as the page goes
 * @param next where the next page goes on; empty after the last one
 * @param terms all that is owed, over all pages
 * @param unclearCount artifacts whose licences do not tell, over all pages
 * @param truncation set when there were more ancestors than allowed
 */
public record ObligationAnswer(
    GraphSnapshot graph,
    List<ObligationOrigin> origins,
    Optional<WalkPosition> next,
    SortedSet<LicenseTerm> terms,
    int unclearCount,
    Optional<Truncation> truncation) {
  /** Keeps an unchangeable copy of the origins. */
  public ObligationAnswer {
    origins = List.copyOf(origins);
  }

  static ObligationAnswer of(
      GraphSnapshot graph, Obligations found, Optional<WalkPosition> position, int pageSize) {
    WalkPoint from = position.map(last -> last.behind(graph)).orElse(WalkPoint.START);
    List<ObligationOrigin> rest =
        ObligationOrigin.of(found).stream()
            .dropWhile(origin -> from.isAfter(origin.path().size(), origin.node()))
            .toList();
    List<ObligationOrigin> page = rest.subList(0, Math.min(pageSize, rest.size()));
    Optional<WalkPosition> next =
        page.size() == rest.size()
            ? Optional.empty()
            : Optional.of(
                new WalkPosition(page.getLast().path().size(), graph.name(page.getLast().node())));
    return new ObligationAnswer(
        graph,
        page,
        next,
        found.obligations().stream()
            .map(Obligation::term)
            .collect(Collectors.toCollection(TreeSet::new)),
        found.unclear().size(),
        found.truncation());
  }
}

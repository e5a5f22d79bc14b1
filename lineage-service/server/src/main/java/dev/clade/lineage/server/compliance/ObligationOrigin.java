package dev.clade.lineage.server.compliance;

import dev.clade.lineage.graph.license.License;
import dev.clade.lineage.graph.license.Obligation;
import dev.clade.lineage.graph.license.Obligations;
import dev.clade.lineage.graph.license.Obligations.Unclear;
import dev.clade.lineage.graph.snapshot.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An artifact from which obligations come, or may come.
 *
 * @param node the artifact
 * @param path the edges that lead from it down to the one that owes
 * @param licenses the licences with terms that it brings, by identifier
 * @param unclear what is not known of its licences; empty when all is
 */
public record ObligationOrigin(
    int node, List<Edge> path, List<License> licenses, Optional<Unclear> unclear) {
  /** Keeps unchangeable copies of the lists. */
  public ObligationOrigin {
    path = List.copyOf(path);
    licenses = List.copyOf(licenses);
  }

  /** Returns the artifacts that obligations come from, nearest first, then by name. */
  static List<ObligationOrigin> of(Obligations found) {
    Map<Integer, List<Obligation>> bringing =
        found.obligations().stream()
            .collect(Collectors.groupingBy(Obligation::node, TreeMap::new, Collectors.toList()));
    Map<Integer, Unclear> unclear =
        found.unclear().stream().collect(Collectors.toMap(Unclear::node, Function.identity()));
    List<ObligationOrigin> origins = new ArrayList<>();
    bringing.forEach(
        (node, obligations) ->
            origins.add(
                new ObligationOrigin(
                    node,
                    obligations.getFirst().path(),
                    List.copyOf(
                        obligations.stream()
                            .map(Obligation::license)
                            .collect(Collectors.toCollection(LinkedHashSet::new))),
                    Optional.ofNullable(unclear.remove(node)))));
    unclear.forEach(
        (node, told) ->
            origins.add(new ObligationOrigin(node, told.path(), List.of(), Optional.of(told))));
    origins.sort(
        Comparator.comparingInt((ObligationOrigin origin) -> origin.path().size())
            .thenComparingInt(ObligationOrigin::node));
    return origins;
  }
}

package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts a collaboration network the plain way: by sets of names, one commit after the other, as
 * the study's script does.
 */
final class PlainNetwork {
  private final Predicate<String> accounts;
  private final Set<String> authors = new HashSet<>();
  private final Set<String> tied = new HashSet<>();
  private final Set<List<String>> ties = new HashSet<>();
  private final Set<String> loops = new HashSet<>();
  private long models;
  private long contributed;
  private long single;

  private PlainNetwork(Predicate<String> accounts) {
    this.accounts = accounts;
  }

  /** Returns the counts by what the report calls them. */
  static Map<String, Double> count(Catalogue catalogue, Predicate<String> accounts) {
    PlainNetwork network = new PlainNetwork(accounts);
    catalogue.readCommits(ArtifactKind.MODEL, network::add);
    Map<String, Double> counts = new LinkedHashMap<>();
    counts.put("repositories", (double) network.models);
    counts.put("with contributors", (double) network.contributed);
    counts.put("share with one contributor", network.single / (double) network.contributed);
    counts.put("authors", (double) network.authors.size());
    counts.put("ties", (double) network.ties.size());
    counts.put("self-loops", (double) network.loops.size());
    counts.put("isolates", (double) (network.authors.size() - network.tied.size()));
    return counts;
  }

  private void add(History history) {
    List<List<String>> lists =
        history.commits().stream()
            .map(Commit::authors)
            .map(names -> names.stream().filter(accounts).toList())
            .filter(names -> !names.isEmpty())
            .toList();
    Set<String> everybody = lists.stream().flatMap(List::stream).collect(Collectors.toSet());
    models++;
    contributed += everybody.isEmpty() ? 0 : 1;
    single += everybody.size() == 1 ? 1 : 0;
    authors.addAll(everybody);
    for (List<String> names : lists) {
      String first = names.getFirst();
      if (everybody.size() == 1) {
        loops.add(first);
      }
      for (String other : everybody) {
        if (!other.equals(first)) {
          ties.add(List.of(first, other));
          tied.add(first);
          tied.add(other);
        }
      }
    }
  }
}

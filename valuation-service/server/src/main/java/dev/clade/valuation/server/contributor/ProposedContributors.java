package dev.clade.valuation.server.contributor;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.MultimapBuilder;
import com.google.common.hash.Hashing;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.server.contributor.Origins.Artifact;
import dev.clade.valuation.server.contributor.Origins.Relation;
import dev.clade.valuation.server.contributor.Proposal.Declaration;
import dev.clade.valuation.server.contributor.Proposal.Proposed;
import dev.clade.valuation.server.domain.DataContributor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The contributors of a model's datasets.
 *
 * @param kept as many as a set can have, those with the nearest datasets, sorted by id
 * @param leftOut the nearest dataset of each that is one too many
 */
record ProposedContributors(List<Proposed> kept, List<String> leftOut) {
  private static final int LONGEST_ID = 63;
  private static final int HASH_DIGITS = 8;

  int totalCount() {
    return kept.size() + leftOut.size();
  }

  static ProposedContributors of(Origins origins, Grouping grouping) {
    Map<String, Artifact> artifacts =
        origins.artifacts().stream()
            .collect(Collectors.toMap(Artifact::name, artifact -> artifact, (one, _) -> one));
    ListMultimap<String, Artifact> groups =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    origins.artifacts().stream()
        .filter(artifact -> !artifact.isModel())
        .forEach(dataset -> groups.put(grouping.key(dataset.name()), dataset));
    Set<String> taken = new HashSet<>();
    List<Proposed> kept = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Map.Entry<String, Collection<Artifact>> group : groups.asMap().entrySet()) {
      List<Artifact> datasets = List.copyOf(group.getValue());
      if (kept.size() == Coalition.MOST_PLAYERS) {
        leftOut.add(datasets.getFirst().name());
        continue;
      }
      String name = grouping.displayName(datasets.getFirst().name());
      String id = id(name, group.getKey(), taken);
      kept.add(
          new Proposed(
              contributor(id, name, datasets), declarations(datasets, origins, artifacts)));
    }
    kept.sort(Comparator.comparing(one -> one.contributor().id()));
    return new ProposedContributors(kept, leftOut);
  }

  /** Two hyphens, as in the hub's own caches: no name on the hub has them. */
  private static String id(String name, String key, Set<String> taken) {
    String id = name.replace("/", "--");
    if (id.length() > LONGEST_ID || taken.contains(id)) {
      String hash = Hashing.sha256().hashString(key, StandardCharsets.UTF_8).toString();
      String start = id.substring(0, Math.min(id.length(), LONGEST_ID - HASH_DIGITS - 1));
      id = "%s-%s".formatted(start, hash.substring(0, HASH_DIGITS));
    }
    taken.add(id);
    return id;
  }

  private static DataContributor contributor(String id, String name, List<Artifact> datasets) {
    return new DataContributor(
        id,
        name,
        0,
        datasets.stream().map(Artifact::name).sorted().toList(),
        "",
        datasets.stream()
            .flatMap(dataset -> dataset.licenses().stream())
            .distinct()
            .sorted()
            .toList());
  }

  private static List<Declaration> declarations(
      List<Artifact> datasets, Origins origins, Map<String, Artifact> artifacts) {
    Set<String> names = new HashSet<>(Lists.transform(datasets, Artifact::name));
    return origins.trainings().stream()
        .filter(training -> names.contains(training.upstream()))
        .map(training -> declaration(training, artifacts))
        .sorted(
            Comparator.comparingInt(Declaration::modelDepth)
                .thenComparing(Declaration::model)
                .thenComparing(Declaration::dataset)
                .thenComparing(Declaration::inferred))
        .toList();
  }

  private static Declaration declaration(Relation training, Map<String, Artifact> artifacts) {
    return new Declaration(
        training.downstream(),
        artifacts.get(training.downstream()).depth(),
        training.upstream(),
        training.inferred());
  }
}

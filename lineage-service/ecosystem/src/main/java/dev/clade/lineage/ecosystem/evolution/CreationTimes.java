package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.graph.ArtifactKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When repositories were created: when the hub says so, and where it does not tell, when their
 * first commit was made. The first commit of others does not count, because it may have been
 * brought along from elsewhere, or be made anew when a history is squashed.
 *
 * @param firstCommits by identifier, as far as they are looked at
 */
record CreationTimes(Map<String, Instant> firstCommits) {
  /** Only the hub tells. */
  static final CreationTimes RECORDED = new CreationTimes(Map.of());

  /** When the hub began to record such times; it gave what was older one of the seconds before. */
  private static final Instant RECORDED_SINCE = Instant.parse("2022-03-02T23:29:06Z");

  /** Reads the first commits of all repositories of a kind. */
  static CreationTimes withCommits(Catalogue catalogue, ArtifactKind kind) {
    Map<String, Instant> firstCommits = new HashMap<>();
    catalogue.readCommits(
        kind, history -> firstCommits.put(history.model(), history.commits().getFirst().time()));
    return new CreationTimes(firstCommits);
  }

  /** Whether the hub tells when a repository was created. */
  static boolean isRecorded(Repository repository) {
    return repository.createTime().filter(time -> !time.isBefore(RECORDED_SINCE)).isPresent();
  }

  /** Returns when a repository was created, as far as is known. */
  Optional<Instant> of(Repository repository) {
    return isRecorded(repository) ? repository.createTime() : firstCommit(repository);
  }

  /** A first commit that is later than what the hub says was made anew. */
  private Optional<Instant> firstCommit(Repository repository) {
    return Optional.ofNullable(firstCommits.get(repository.id()))
        .filter(commit -> repository.createTime().filter(commit::isAfter).isEmpty());
  }
}

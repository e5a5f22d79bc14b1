package dev.clade.embedding.repository;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nothing later than a snapshot may be known of a repository: a repository that came later is not
 * there, commits and counts of later are left out, and what has no time of its own counts as known
 * only from when it was read.
 *
 * @param time the snapshot's, included
 */
public record SnapshotRule(Instant time) {
  /**
   * Returns what was known of a repository then, or nothing if it was not there yet. Times that are
   * not told are taken to be early enough.
   */
  public Optional<RepositoryRecord> apply(RepositoryRecord record) {
    if (record.createdAt().filter(time::isBefore).isPresent()) {
      return Optional.empty();
    }
    boolean read = record.observedAt().filter(time::isBefore).isEmpty();
    return Optional.of(
        new RepositoryRecord(
            record.kind(),
            record.id(),
            record.createdAt(),
            record.observedAt().filter(each -> read),
            read ? record.task() : "",
            read ? record.library() : "",
            read ? record.licenses() : List.of(),
            read ? record.card() : "",
            read ? record.tags() : List.of(),
            read ? record.config() : Map.of(),
            read ? record.numbers() : Map.of(),
            read ? record.files() : List.of(),
            record.commits().stream().filter(each -> !time.isBefore(each.time())).toList(),
            record.counts().stream().filter(each -> !time.isBefore(each.time())).toList(),
            read ? record.relations() : List.of()));
  }

  /** Returns what was known of those that were there, in their order. */
  public List<RepositoryRecord> apply(List<RepositoryRecord> records) {
    return records.stream().map(this::apply).flatMap(Optional::stream).toList();
  }
}

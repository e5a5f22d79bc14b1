package dev.clade.lineage.server.feature;

import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.file.FileChunks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that the catalogue knows of repositories, put together repository by repository. Its
 * cards, commits and counts are put aside first. Closing removes these.
 */
final class HubRecords implements AutoCloseable {
  private final Catalogue catalogue;
  private final SideFile cards;
  private final SideFile commits;
  private final SideFile counts;

  /** Prepares to read a catalogue. */
  HubRecords(Catalogue catalogue, FileChunks chunks) throws IOException {
    this.catalogue = catalogue;
    this.cards = new SideFile(chunks);
    this.commits = new SideFile(chunks);
    this.counts = new SideFile(chunks);
  }

  /** Takes a record. */
  interface Reader {
    /** Takes it, and may block. */
    void accept(RepositoryRecord record) throws IOException;
  }

  /**
   * Reads all repositories that the hub still has.
   *
   * @param relations what they declare
   * @param asked when the set was asked for: what is read now counts as read then, or when the
   *     source last counted if that was before
   */
  void read(DeclaredRelations relations, Instant asked, Reader reader) throws IOException {
    for (ArtifactKind kind : Repository.KINDS) {
      putAside(kind);
    }
    cards.turn();
    commits.turn();
    counts.turn();
    for (ArtifactKind kind : Repository.KINDS) {
      catalogue.readRepositories(
          kind,
          repository -> {
            if (!repository.isThere()) {
              return;
            }
            try {
              reader.accept(record(kind, repository, relations, asked));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private void putAside(ArtifactKind kind) {
    RepositoryKind ours = kind(kind);
    catalogue.readCards(
        kind, card -> cards.add(RepositoryRecord.of(ours, card.id()).card(card.text()).build()));
    catalogue.readCommits(
        kind,
        history -> {
          RepositoryRecordBuilder record = RepositoryRecord.of(ours, history.model());
          history
              .commits()
              .forEach(each -> record.commit(new DatedCommit(each.time(), each.authors())));
          commits.add(record.build());
        });
    catalogue.readCounts(
        kind,
        each ->
            counts.add(
                RepositoryRecord.of(ours, each.id())
                    .counts(new DatedCounts(each.time(), each.downloads(), each.likes()))
                    .build()));
  }

  private RepositoryRecord record(
      ArtifactKind kind, Repository repository, DeclaredRelations relations, Instant asked)
      throws IOException {
    RepositoryKind ours = kind(kind);
    String id = repository.id();
    RepositoryRecordBuilder record =
        RepositoryRecord.of(ours, id)
            .task(repository.task())
            .library(repository.library())
            .licenses(repository.licenses())
            .tags(repository.tags());
    repository.createTime().ifPresent(record::created);
    repository.bytes().ifPresent(bytes -> record.number("storage_bytes", bytes));
    cards.of(ours, id).forEach(each -> record.card(each.card()));
    commits.of(ours, id).forEach(each -> each.commits().forEach(record::commit));
    List<DatedCounts> counted =
        counts.of(ours, id).stream().flatMap(each -> each.counts().stream()).toList();
    counted.forEach(record::counts);
    record.observed(
        counted.stream()
            .map(DatedCounts::time)
            .max(Comparator.naturalOrder())
            .filter(asked::isAfter)
            .orElse(asked));
    relations.addTo(record, new ArtifactName(kind, id));
    return record.build();
  }

  @Override
  public void close() {
    cards.close();
    commits.close();
    counts.close();
  }

  private static RepositoryKind kind(ArtifactKind kind) {
    return switch (kind) {
      case MODEL -> RepositoryKind.MODEL;
      case DATASET -> RepositoryKind.DATASET;
      case SPACE -> RepositoryKind.SPACE;
      case PAPER -> throw new IllegalArgumentException("a paper is no repository");
    };
  }
}

package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.artifact.Content;
import dev.clade.ingest.artifact.HubState;
import dev.clade.ingest.artifact.Provenance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Reads what artifacts said before. */
@ApplicationScoped
public class HistoryStore {
  private static final PageQuery<StoredVersion> VERSIONS =
      new PageQuery<>(
          """
          name, sequence, valid_until, source, modify_time, revision, availability, task, library, \
          licenses, languages, tags, relations, card_data\
          """,
          "ingest.artifact_version WHERE name = $3 AND sequence < $4",
          "sequence DESC",
          """
          octet_length(licenses) + octet_length(languages) + octet_length(tags) \
          + octet_length(relations) + octet_length(card_data)\
          """,
          HistoryStore::version);

  private static final PageQuery<StoredCounts> COUNTS =
      new PageQuery<>(
          "source, snapshot_time, download_count, like_count",
          """
          (SELECT source, snapshot_time, download_count, like_count, false AS present
           FROM ingest.artifact_count WHERE name = $3 AND snapshot_time > $4
           UNION ALL
           SELECT source, snapshot_time, download_count, like_count, true
           FROM ingest.artifact WHERE name = $3) counted\
          """,
          "present, snapshot_time",
          "octet_length(source)",
          HistoryStore::counts);

  private final Pool database;

  @Inject
  HistoryStore(Pool database) {
    this.database = database;
  }

  /**
   * Returns what an artifact said before, the latest first.
   *
   * @param before place in the feed at whose version the page before ended
   */
  public Uni<Page<StoredVersion>> versions(String name, long before, int most, long mostBytes) {
    return VERSIONS.run(database, most, mostBytes, name, before);
  }

  /**
   * Returns an artifact's counts, the earliest first and the present ones last.
   *
   * @param after time at whose counts the page before ended
   */
  public Uni<Page<StoredCounts>> counts(String name, Instant after, int most, long mostBytes) {
    return COUNTS.run(database, most, mostBytes, name, after.atOffset(ZoneOffset.UTC));
  }

  private static StoredVersion version(Columns row) {
    HubState hub =
        new HubState(
            "",
            row.time(4),
            row.text(5),
            Availability.ofCode((int) row.number(6)),
            null,
            List.of(),
            "");
    Artifact artifact =
        new Artifact(
            row.text(0),
            null,
            0,
            0,
            row.text(7),
            row.text(8),
            Joined.split(row.text(9)),
            Joined.split(row.text(10)),
            Joined.split(row.text(11)),
            Joined.split(row.text(12)).stream().map(Joined::relationOf).toList(),
            hub,
            new Content(0, List.of(), List.of(), row.text(13)));
    return new StoredVersion(artifact, row.number(1), row.time(2), row.text(3));
  }

  private static StoredCounts counts(Columns row) {
    return new StoredCounts(new Provenance(row.text(0), row.time(1)), row.number(2), row.number(3));
  }
}

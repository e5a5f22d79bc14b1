package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.artifact.HubState;
import dev.clade.ingest.store.BatchPart;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Asks about the artifacts that the hub had and that its full listing did not name: they were
 * removed, renamed or withheld, or moved while the listing was read.
 */
final class SweepStep extends ItemStep {
  private static final int FETCHED_AT_ONCE = 10_000;

  private final ArtifactKind kind;
  private final Hub hub;
  private final UUID importId;
  private final ArtifactQuestion question;

  SweepStep(
      ArtifactKind kind, Hub hub, UUID importId, CrawlItems items, ArtifactQuestion question) {
    super(items);
    this.kind = kind;
    this.hub = hub;
    this.importId = importId;
    this.question = question;
  }

  @Override
  public String name() {
    return "sweep-" + kind.plural();
  }

  @Override
  public String phase() {
    return "looking for %s that are gone".formatted(kind.plural());
  }

  @Override
  void plan(Connection connection, CrawlItems into) throws SQLException {
    SeenNames seen = SeenNames.read(connection, importId, kind);
    SeenNames before =
        hub.fullImportId() == null ? null : SeenNames.read(connection, hub.fullImportId(), kind);
    try (PreparedStatement known =
            connection.prepareStatement(
                """
                SELECT name, source FROM ingest.artifact
                WHERE name >= ? AND name < ? AND availability NOT IN (?, ?) ORDER BY name
                """);
        PreparedStatement insert = CrawlItems.insert(connection)) {
      known.setFetchSize(FETCHED_AT_ONCE);
      known.setString(1, kind.collection());
      // The sign behind the slash, so that the range holds the kind's collection.
      known.setString(2, kind.plural() + "0");
      known.setShort(3, Availability.DELETED.code());
      known.setShort(4, Availability.RENAMED.code());
      long place = 0;
      try (ResultSet result = known.executeQuery()) {
        while (result.next()) {
          String name = result.getString(1);
          boolean ofHub =
              result.getString(2).equals(hub.name()) || (before != null && before.contains(name));
          if (ofHub && !seen.contains(name)) {
            place++;
            into.add(insert, name(), place, name);
          }
        }
      }
      insert.executeBatch();
    }
  }

  @Override
  void ask(CrawlItem item, StepResult result) throws IOException, InterruptedException {
    switch (question.ask(item, result)) {
      case PRESENT -> {
        // The answer was added.
      }
      case MISSING -> result.add(tombstone(item.name(), Availability.DELETED));
      case FORBIDDEN -> result.add(tombstone(item.name(), Availability.WITHHELD));
    }
  }

  private static BatchPart tombstone(String name, Availability availability) {
    return transaction -> {
      Instant now = transaction.provenance().snapshotTime();
      return transaction.amend(
          List.of(name),
          artifact -> {
            HubState state = artifact.hub();
            return state.availability() == availability
                ? artifact
                : artifact.with(state.with(availability, now));
          });
    };
  }
}

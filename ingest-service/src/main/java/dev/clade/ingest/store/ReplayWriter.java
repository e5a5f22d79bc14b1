package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Activity;
import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.ingest.artifact.Provenance;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.FileFormat;
import dev.clade.ingest.format.Line;
import dev.clade.ingest.format.RecordParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Moves refused records into the catalogue that are accepted now: artifacts, quarantine and
 * counters in one transaction. It locks the import, then the feed, as {@link ImportWriter} does, so
 * it is safe beside imports and other replays. It blocks.
 */
@ApplicationScoped
public class ReplayWriter {
  private final DataSource database;

  @Inject
  ReplayWriter(DataSource database) {
    this.database = database;
  }

  /**
   * Reads some refused records of an import again.
   *
   * @param afterLine line behind which to begin
   * @param most most records, from 1
   * @param parsers returns what reads a source's records; empty when they cannot be read again
   * @return empty when there is no such import
   * @throws ImportNotOverException when the import may still read records
   */
  public Optional<Batch> replay(
      UUID importId,
      long afterLine,
      int most,
      Function<RefusedSource, Optional<RecordParser>> parsers)
      throws SQLException, ImportNotOverException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Optional<RefusedSource> source = lock(connection, importId);
        if (source.isEmpty()) {
          return Optional.empty();
        }
        List<QuarantinedRecord> records =
            QuarantineWriter.read(connection, importId, afterLine, most);
        Judged judged = judge(importId, source.get(), records, parsers);
        BatchOutcome outcome = write(connection, importId, source.get().provenance(), judged);
        connection.commit();
        int accepted = judged.accepted.size();
        Replayed sum =
            new Replayed(accepted + judged.refused.size(), accepted, records.size() - accepted);
        long lastLine = records.isEmpty() ? afterLine : records.getLast().line();
        return Optional.of(new Batch(sum, lastLine, records.size() < most, outcome.head()));
      } finally {
        connection.rollback();
      }
    }
  }

  private static Optional<RefusedSource> lock(Connection connection, UUID importId)
      throws SQLException, ImportNotOverException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT state, format, kind, header, file_name, snapshot_time
            FROM ingest.import WHERE id = ? FOR UPDATE
            """)) {
      statement.setObject(1, importId);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        ImportState state = ImportState.valueOf(result.getString(1));
        if (!state.isFinal()) {
          throw new ImportNotOverException(state);
        }
        String format = result.getString(2);
        String kind = result.getString(3);
        return Optional.of(
            new RefusedSource(
                format == null ? null : FileFormat.valueOf(format),
                kind == null ? null : ArtifactKind.valueOf(kind),
                result.getBytes(4),
                new Provenance(
                    result.getString(5), result.getObject(6, OffsetDateTime.class).toInstant())));
      }
    }
  }

  private static Judged judge(
      UUID importId,
      RefusedSource source,
      List<QuarantinedRecord> records,
      Function<RefusedSource, Optional<RecordParser>> parsers) {
    Map<Optional<ArtifactKind>, Optional<RecordParser>> byKind = new HashMap<>();
    ArtifactRowEncoder encoder = new ArtifactRowEncoder(importId, source.provenance());
    Judged judged = new Judged();
    for (QuarantinedRecord record : records) {
      Optional<RecordParser> parser =
          byKind.computeIfAbsent(record.kind(), kind -> parsers.apply(source.of(kind)));
      if (parser.isEmpty() || !record.isWhole()) {
        continue;
      }
      try {
        judged.accept(record, parser.get().parse(record.raw()), encoder);
      } catch (RefusedRecordException e) {
        judged.refuse(
            QuarantinedRecord.of(record.kind(), record.line(), record.raw(), record.rawSize(), e));
      }
    }
    return judged;
  }

  private static BatchOutcome write(
      Connection connection, UUID importId, Provenance provenance, Judged judged)
      throws SQLException {
    BatchOutcome outcome = BatchOutcome.none();
    if (!judged.accepted.isEmpty()) {
      BatchTransaction transaction = new BatchTransaction(connection, importId, provenance);
      outcome = transaction.write(judged.rows);
      ActivityWriter.Result written = transaction.activity().write(judged.activity);
      outcome = outcome.and(written.outcome());
      written.refused().forEach(judged::refuse);
      QuarantineWriter.release(connection, importId, List.copyOf(judged.accepted));
      count(connection, importId, judged.accepted.size(), outcome);
    }
    QuarantineWriter.explain(connection, importId, judged.refused);
    return outcome;
  }

  private static void count(
      Connection connection, UUID importId, int accepted, BatchOutcome outcome)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.import
            SET created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                quarantined = quarantined - ?,
                last_sequence = CASE WHEN ? THEN ? ELSE last_sequence END
            WHERE id = ?
            """)) {
      statement.setLong(1, outcome.created());
      statement.setLong(2, outcome.updated());
      statement.setLong(3, outcome.unchanged());
      statement.setLong(4, accepted);
      statement.setBoolean(5, outcome.created() + outcome.updated() > 0);
      statement.setLong(6, outcome.head());
      statement.setObject(7, importId);
      statement.executeUpdate();
    }
  }

  /**
   * What one transaction did.
   *
   * @param lastLine line of the last record looked at
   * @param last whether no record is behind it
   * @param head head of the feed afterwards; 0 when nothing was accepted
   */
  public record Batch(Replayed sum, long lastLine, boolean last, long head) {}

  /** What became of records; those that cannot be read again are in none of the lists. */
  private static final class Judged {
    private final List<ArtifactRow> rows = new ArrayList<>();
    private final List<FiledActivity> activity = new ArrayList<>();
    private final Set<Long> accepted = new LinkedHashSet<>();
    private final List<QuarantinedRecord> refused = new ArrayList<>();

    private void accept(QuarantinedRecord record, HubRecord told, ArtifactRowEncoder encoder) {
      switch (told) {
        case Artifact artifact -> rows.add(encoder.encode(artifact));
        case Activity done ->
            activity.add(
                new FiledActivity(
                    done, new Line(record.line(), record.raw(), record.rawSize(), true)));
      }
      accepted.add(record.line());
    }

    private void refuse(QuarantinedRecord record) {
      accepted.remove(record.line());
      refused.add(record);
    }
  }
}

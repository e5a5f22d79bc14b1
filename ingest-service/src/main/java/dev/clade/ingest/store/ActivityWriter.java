package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Discussion;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes what files tell of commits and discussions, within a transaction that the caller ends and
 * that holds the feed's lock. Artifacts of which something is new get the next places in the feed.
 */
final class ActivityWriter {
  private final Connection connection;
  private final ArtifactWriter artifacts;
  private final CommitWriter commits;
  private final DiscussionWriter discussions;

  ActivityWriter(
      Connection connection,
      ArtifactWriter artifacts,
      CommitWriter commits,
      DiscussionWriter discussions) {
    this.connection = connection;
    this.artifacts = artifacts;
    this.commits = commits;
    this.discussions = discussions;
  }

  /** Writes records; those of artifacts that the catalogue does not have are refused. */
  Result write(List<FiledActivity> records) throws SQLException {
    if (records.isEmpty()) {
      return new Result(BatchOutcome.none(), List.of());
    }
    Map<String, String> names = keptUnder(records);
    List<Commit> newCommits = new ArrayList<>();
    List<Discussion> newDiscussions = new ArrayList<>();
    List<QuarantinedRecord> refused = new ArrayList<>();
    for (FiledActivity record : records) {
      String name = names.get(record.activity().artifact());
      if (name == null) {
        refused.add(unknown(record));
        continue;
      }
      switch (record.activity().in(name)) {
        case Commit commit -> newCommits.add(commit);
        case Discussion discussion -> newDiscussions.add(discussion);
      }
    }
    Written added = commits.add(newCommits);
    Written put = discussions.put(newDiscussions);
    Set<String> changed = new TreeSet<>(added.artifacts());
    changed.addAll(put.artifacts());
    long head = changed.isEmpty() ? 0 : artifacts.touch(List.copyOf(changed)).head();
    long created = added.created() + put.created();
    long unchanged = records.size() - refused.size() - created - put.updated();
    return new Result(new BatchOutcome(created, put.updated(), unchanged, 0, head), refused);
  }

  private static QuarantinedRecord unknown(FiledActivity record) {
    return QuarantinedRecord.of(
        Optional.empty(),
        record.line().number(),
        record.line().bytes(),
        record.line().size(),
        RefusedRecordException.field(
            QuarantineReason.ARTIFACT_UNKNOWN,
            "repo",
            record.activity().artifact(),
            "must be in the catalogue"));
  }

  /**
   * Returns the names under which the catalogue keeps what belongs to artifacts: an artifact's own,
   * or the present one of an old name that the catalogue has nothing of.
   */
  private Map<String, String> keptUnder(List<FiledActivity> records) throws SQLException {
    Map<String, String> names = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT asked.name, coalesce(own.name, present.name)
            FROM unnest(?::text[]) AS asked (name)
            LEFT JOIN ingest.artifact own ON own.name = asked.name
            LEFT JOIN ingest.alias ON own.name IS NULL AND alias.alias = asked.name
            LEFT JOIN ingest.artifact present ON present.name = alias.target
            WHERE own.name IS NOT NULL OR present.name IS NOT NULL
            """)) {
      Object[] asked =
          records.stream().map(record -> record.activity().artifact()).distinct().toArray();
      statement.setArray(1, connection.createArrayOf("text", asked));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          names.put(result.getString(1), result.getString(2));
        }
      }
    }
    return names;
  }

  /**
   * What writing did.
   *
   * @param outcome does not count what was refused
   * @param refused records of artifacts that the catalogue does not have, in their order
   */
  record Result(BatchOutcome outcome, List<QuarantinedRecord> refused) {}
}

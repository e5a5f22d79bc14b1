package dev.clade.ingest.hub;

import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchPart;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Finds the artifacts that others declare as upstream and that the catalogue does not have: old
 * names by the rule for legacy names or by the hub's redirects, so that children find their parent.
 */
final class ResolveStep extends ItemStep {
  private final Hub hub;
  private final CrawlScope scope;
  private final int most;
  private final ArtifactQuestion question;

  ResolveStep(Hub hub, CrawlScope scope, int most, CrawlItems items, ArtifactQuestion question) {
    super(items);
    this.hub = hub;
    this.scope = scope;
    this.most = most;
    this.question = question;
  }

  @Override
  public String name() {
    return "resolve";
  }

  @Override
  public String phase() {
    return "resolving names that are declared and not known";
  }

  @Override
  void plan(Connection connection, CrawlItems into) throws SQLException {
    long after = scope == CrawlScope.FULL ? 0 : hub.resolvedSequence();
    UnknownUpstreams unknown = UnknownUpstreams.read(connection, after);
    Map<String, String> legacy = unknown.legacy(connection);
    List<String> asked = unknown.withoutLegacy(legacy.keySet(), most);
    try (PreparedStatement insert = CrawlItems.insert(connection)) {
      long place = 0;
      for (String name : asked) {
        place++;
        into.add(insert, name(), place, name);
      }
      insert.executeBatch();
    }
    into.addAliases(connection, name(), asked.size(), legacy);
    if (asked.size() < most) {
      unknown.remember(connection, hub.name());
    }
  }

  @Override
  void ask(CrawlItem item, StepResult result) throws IOException, InterruptedException {
    if (!item.revision().isEmpty()) {
      result.add(Renaming.of(item.name(), item.revision()));
    } else if (question.ask(item, result) != ArtifactQuestion.Answer.PRESENT) {
      result.add(unknown(item.name()));
    }
  }

  private static BatchPart unknown(String name) {
    return transaction -> {
      try (PreparedStatement statement =
          transaction
              .connection()
              .prepareStatement(
                  """
                  INSERT INTO ingest.unknown_upstream (name, check_time) VALUES (?, now())
                  ON CONFLICT (name) DO UPDATE SET check_time = excluded.check_time
                  """)) {
        statement.setString(1, name);
        statement.executeUpdate();
      }
      return BatchOutcome.none();
    };
  }
}

package dev.clade.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Discussion;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How commits and discussions are written, on a real PostgreSQL. */
class ActivityStoreTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant TIME = Instant.parse("2024-01-02T03:04:05.123456Z");
  private static final Instant EARLY = Instant.parse("2024-02-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2024-03-01T00:00:00Z");

  private static Database database;

  @BeforeAll
  static void start() {
    database = new Database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void commitsThatAreKnownStayAsTheyAre() throws SQLException {
    Commit odd = commit("models/c/a", "1", "tab\t \"quotes\" {braces}, \\ NULL\nü 🤗");
    assertThat(add(odd, commit("models/c/b", "1", "x")))
        .isEqualTo(new Written(2, 0, Set.of("models/c/a", "models/c/b")));

    Written again =
        add(
            commit("models/c/a", "1", "rewritten"),
            commit("models/c/b", "2", "y"),
            commit("models/c/b", "2", "z"));

    assertThat(again).isEqualTo(new Written(1, 0, Set.of("models/c/b")));
    assertThat(commits("models/c/a")).containsExactly(odd);
    assertThat(commits("models/c/b")).extracting(Commit::title).containsExactlyInAnyOrder("x", "y");
    assertThat(add()).isEqualTo(new Written(0, 0, Set.of()));
  }

  @Test
  void aHistoryThatWasRewrittenTakesThePlaceOfTheOldOne() throws SQLException {
    add(commit("models/c/r", "1", "x"), commit("models/c/r", "2", "x"));
    add(commit("models/c/other", "1", "x"));

    try (Connection connection = database.transaction()) {
      new CommitWriter(connection).replace("models/c/r", List.of(commit("models/c/r", "3", "x")));
      connection.commit();
    }

    assertThat(commits("models/c/r")).extracting(Commit::id).containsExactly("3");
    assertThat(commits("models/c/other")).hasSize(1);
  }

  @Test
  void onlyALookAtLeastAsLateChangesADiscussion() throws SQLException {
    Discussion open = discussion("models/d/a", 1, "open");
    Discussion closed = discussion("models/d/a", 1, "closed");
    assertThat(put(LATE, open)).isEqualTo(new Written(1, 0, Set.of("models/d/a")));

    assertThat(put(EARLY, closed)).isEqualTo(new Written(0, 0, Set.of()));
    assertThat(discussions("models/d/a")).containsExactly(open);
    assertThat(put(LATE, open, closed)).isEqualTo(new Written(0, 1, Set.of("models/d/a")));
    assertThat(discussions("models/d/a")).containsExactly(closed);
  }

  @Test
  void whatIsSaidAgainIsKnownToBeSoSinceThen() throws SQLException {
    put(EARLY, discussion("models/d/b", 1, "open"));
    put(LATE, discussion("models/d/b", 1, "open"));

    assertThat(put(EARLY.plusSeconds(1), discussion("models/d/b", 1, "closed")).updated()).isZero();
  }

  @Test
  void discussionsThatTheHubHasNoMoreAreForgottenButForWhatALaterLookTold() throws SQLException {
    put(EARLY, discussion("models/d/c", 1, "open"), discussion("models/d/c", 2, "open"));
    put(LATE, discussion("models/d/c", 3, "open"), discussion("models/d/c", 4, "open"));

    try (Connection connection = database.transaction()) {
      new DiscussionWriter(connection, EARLY.plusSeconds(1))
          .replace(
              "models/d/c",
              List.of(discussion("models/d/c", 2, "closed"), discussion("models/d/c", 3, "draft")));
      connection.commit();
    }

    assertThat(discussions("models/d/c"))
        .containsExactly(
            discussion("models/d/c", 2, "closed"),
            discussion("models/d/c", 3, "open"),
            discussion("models/d/c", 4, "open"));
  }

  private static Written add(Commit... commits) throws SQLException {
    try (Connection connection = database.transaction()) {
      Written written = new CommitWriter(connection).add(List.of(commits));
      connection.commit();
      return written;
    }
  }

  private static Written put(Instant snapshot, Discussion... discussions) throws SQLException {
    try (Connection connection = database.transaction()) {
      Written written = new DiscussionWriter(connection, snapshot).put(List.of(discussions));
      connection.commit();
      return written;
    }
  }

  private static List<Commit> commits(String artifact) {
    return new EnrichmentStore(database.reactive())
        .commits(artifact, RowPlace.LATEST, 100, 1_000_000)
        .await()
        .atMost(PATIENCE)
        .items();
  }

  private static List<Discussion> discussions(String artifact) {
    return new EnrichmentStore(database.reactive())
        .discussions(artifact, 0, 100, 1_000_000)
        .await()
        .atMost(PATIENCE)
        .items();
  }

  private static Commit commit(String artifact, String id, String title) {
    return new Commit(artifact, id, TIME, title, "", List.of("ann", "bob"));
  }

  private static Discussion discussion(String artifact, long number, String status) {
    return new Discussion(artifact, number, "Why?", status, number % 2 == 0, "ann", TIME);
  }
}

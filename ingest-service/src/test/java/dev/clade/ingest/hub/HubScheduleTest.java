package dev.clade.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.store.Database;
import dev.clade.ingest.store.ImportSource;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes are due after 5 minutes and everything after 7 days, on a real PostgreSQL. */
class HubScheduleTest {
  private static Database database;

  private final String hub = "hub-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    database = new Database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void aHubThatWasNeverReadIsReadWholly() throws SQLException {
    schedule(hub).beforeLook();
    assertThat(asked(hub)).containsExactly("FULL PENDING");
  }

  @Test
  void withoutAScheduleNothingIsAskedFor() throws SQLException {
    HubSettings settings = new HubSettings(URI.create("http://hub"), Optional.empty(), 0);
    new HubSchedule(hub, settings, database.blocking()).beforeLook();
    assertThat(asked(hub)).isEmpty();
  }

  @Test
  void changesAreReadAgainAfterTheirPause() throws SQLException {
    know(hub, "1 day", "6 minutes");
    schedule(hub).beforeLook();
    assertThat(asked(hub)).containsExactly("CHANGES PENDING");
  }

  @Test
  void everythingIsReadAgainAfterItsPause() throws SQLException {
    know(hub, "8 days", "1 minute");
    schedule(hub).beforeLook();
    assertThat(asked(hub)).containsExactly("FULL PENDING");
  }

  @Test
  void whatWasReadJustNowIsNotReadAgain() throws SQLException {
    know(hub, "1 day", "1 minute");
    schedule(hub).beforeLook();
    assertThat(asked(hub)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "RUNNING", "PAUSED", "FAILED", "CANCELLED"})
  void aCrawlThatIsNotOverOrFailedJustNowIsNotDoubled(String state) throws SQLException {
    schedule(hub).beforeLook();
    run("UPDATE ingest.import SET state = ? WHERE lane = ?", state, ImportSource.laneOfHub(hub));
    schedule(hub).beforeLook();
    assertThat(asked(hub)).containsExactly("FULL " + state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "CANCELLED"})
  void aCrawlThatFailedIsTriedAgainAfterThePause(String state) throws SQLException {
    schedule(hub).beforeLook();
    run(
        """
        UPDATE ingest.import SET state = ?, update_time = now() - INTERVAL '6 minutes'
        WHERE lane = ?
        """,
        state,
        ImportSource.laneOfHub(hub));
    schedule(hub).beforeLook();
    assertThat(asked(hub)).containsExactlyInAnyOrder("FULL " + state, "FULL PENDING");
  }

  @Test
  void instancesThatLookAtOnceAskOnce() throws Exception {
    int instances = 8;
    CyclicBarrier barrier = new CyclicBarrier(instances);
    try (ExecutorService threads = Executors.newFixedThreadPool(instances)) {
      for (int round = 0; round < 20; round++) {
        String contended = hub + round;
        know(contended, "8 days", "6 minutes");
        Callable<Void> look =
            () -> {
              barrier.await();
              schedule(contended).beforeLook();
              return null;
            };
        List<Future<Void>> looks = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
          looks.add(threads.submit(look));
        }
        for (Future<Void> done : looks) {
          done.get();
        }
        assertThat(asked(contended)).containsExactly("FULL PENDING");
      }
    }
  }

  @Test
  void aLookLocksNothingAsLongAsNothingIsDue() throws Exception {
    know(hub, "1 day", "1 minute");
    try (ExecutorService other = Executors.newSingleThreadExecutor();
        Connection holder = database.blocking().getConnection()) {
      holder.setAutoCommit(false);
      try (PreparedStatement lock =
          holder.prepareStatement("SELECT 1 FROM ingest.hub WHERE name = ? FOR UPDATE")) {
        lock.setString(1, hub);
        lock.executeQuery();
        Callable<Void> look =
            () -> {
              schedule(hub).beforeLook();
              return null;
            };
        assertThat(other.submit(look)).succeedsWithin(10, TimeUnit.SECONDS);
      } finally {
        holder.rollback();
      }
    }
  }

  private static HubSchedule schedule(String hub) {
    HubSettings settings = new HubSettings(URI.create("http://hub"), Optional.empty(), 0, true);
    return new HubSchedule(hub, settings, database.blocking());
  }

  /** Remembers how long ago a hub was read wholly, and at all. */
  private static void know(String hub, String full, String changes) throws SQLException {
    run(
        """
        INSERT INTO ingest.hub (name, full_time, changes_time)
        VALUES (?, now() - ?::interval, now() - ?::interval)
        """,
        hub,
        full,
        changes);
  }

  private static List<String> asked(String hub) throws SQLException {
    List<String> asked = new ArrayList<>();
    try (Connection connection = database.blocking().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT scope || ' ' || state FROM ingest.import WHERE lane = ?")) {
      statement.setString(1, ImportSource.laneOfHub(hub));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          asked.add(result.getString(1));
        }
      }
    }
    return asked;
  }

  private static void run(String sql, String... values) throws SQLException {
    try (Connection connection = database.blocking().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}

package dev.clade.ingest.store;

import static dev.clade.ingest.store.Database.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the store promises, on a real PostgreSQL. */
class StoreTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

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
  void aBatchIsToldApartIntoCreatedUpdatedAndUnchanged() throws SQLException {
    long head = counters().head();
    assertThat(write(row("apart/a", 1), row("apart/b", 1, "base_model:x")))
        .isEqualTo(new BatchOutcome(2, 0, 0, 0, head + 2));
    FeedCounters before = counters();

    BatchOutcome outcome =
        write(row("apart/a", 1), row("apart/b", 1), row("apart/c", 1), row("apart/c", 2));

    assertThat(outcome).isEqualTo(new BatchOutcome(1, 1, 2, 0, head + 4));
    FeedCounters after = counters();
    assertThat(after.artifacts() - before.artifacts()).isEqualTo(1);
    assertThat(after.relations() - before.relations()).isEqualTo(-1);
    assertThat(changes(head, 10).artifacts())
        .extracting(stored -> stored.artifact().name(), StoredArtifact::sequence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("models/apart/a", head + 1),
            org.assertj.core.groups.Tuple.tuple("models/apart/b", head + 3),
            org.assertj.core.groups.Tuple.tuple("models/apart/c", head + 4));
  }

  @Test
  void aLargeBatchThatIsNotAllNewIsToldApartAllTheSame() throws SQLException {
    write(row("mixed/0", 1), row("mixed/19999", 1));
    ArtifactRow[] rows = new ArtifactRow[20_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("mixed/" + i, 1, "x".repeat(i % 200));
    }
    long head = counters().head();

    BatchOutcome outcome = write(rows);

    assertThat(outcome).isEqualTo(new BatchOutcome(19_998, 1, 1, 0, head + 19_999));
  }

  @Test
  void pagesEndByNumberOrBytesAndSayWhetherMoreFollows() throws SQLException {
    long head = counters().head();
    write(
        row("pages/a", 1, "x".repeat(3_000)),
        row("pages/b", 1, "x".repeat(3_000)),
        row("pages/c", 1));

    assertThat(changes(head, 2)).satisfies(page -> holds(page, 2, true));
    assertThat(changes(head, 3)).satisfies(page -> holds(page, 3, false));
    assertThat(bounded(head, 1)).satisfies(page -> holds(page, 1, true));
    assertThat(bounded(head, 3_500)).satisfies(page -> holds(page, 2, true));
    assertThat(bounded(head, 100_000)).satisfies(page -> holds(page, 3, false));
  }

  /**
   * Writers commit at random moments, some roll back, and a reader follows. It must see every
   * committed change of every artifact's last state, in order, and no number twice.
   */
  @Test
  void aReaderMissesNothingOfWhatConcurrentWritersCommit() throws Exception {
    int writers = 8;
    int transactions = 200;
    long head = counters().head();
    Map<String, Long> seen = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<Long>> work = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        long seed = writer;
        work.add(threads.submit(() -> writeAtRandom(new Random(seed), transactions)));
      }
      long place = head;
      boolean over;
      do {
        over = work.stream().allMatch(Future::isDone) && place == counters().head();
        for (StoredArtifact change : changes(place, 1_000).artifacts()) {
          assertThat(change.sequence()).isGreaterThan(place);
          place = change.sequence();
          seen.put(change.artifact().name(), change.artifact().downloadCount());
        }
      } while (!over);
      long committed = 0;
      for (Future<Long> done : work) {
        committed += done.get();
      }
      assertThat(place).isEqualTo(head + committed);
      assertThat(committed).isGreaterThan(100_000);
    }
    assertThat(seen).isEqualTo(stored("models/crowd/"));
  }

  @Test
  void aBatchRepeatedAfterItsCommitIsNotStoredTwice() throws Exception {
    UUID importId = database.newImport();
    HeldLease claim = claim(LEASE);
    ImportLease lease = new ImportLease(database.blocking());
    ImportWriter writer = new ImportWriter(database.blocking());
    assertThat(lease.acquire(claim)).isTrue();
    ImportBatch batch = batch(row("repeat/a", 1));

    long head = writer.write(Database.task(importId), claim, batch).head();

    assertThat(writer.write(Database.task(importId), claim, batch))
        .isEqualTo(new BatchOutcome(0, 0, 0, 0, head));
    lease.release(claim);
  }

  @Test
  void theHeadTellsTheTraceOfTheImportThatMadeIt() throws Exception {
    UUID importId = database.newImport();
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    execute("UPDATE ingest.import SET traceparent = ? WHERE id = ?", trace, importId);
    assertThat(openImports().get(ImportState.PENDING)).isPositive();
    HeldLease claim = claim(LEASE);
    ImportLease lease = new ImportLease(database.blocking());
    assertThat(lease.acquire(claim)).isTrue();
    ImportTask next = new ImportQueue(database.blocking()).next("file").orElseThrow();
    assertThat(next.requestId()).isNotNull();

    new ImportWriter(database.blocking())
        .write(Database.task(importId), claim, batch(row("traced/a", 1)));

    // The rows of these tests are all of one import that is not stored.
    assertThat(counters().traceparent()).isEmpty();
    execute("UPDATE ingest.artifact SET import_id = ? WHERE name = 'models/traced/a'", importId);
    assertThat(counters().traceparent()).isEqualTo(trace);
    assertThat(counters().changeTime()).isPresent();
    lease.release(claim);
  }

  @Test
  void whoLostTheLeaseWritesNothing() throws Exception {
    UUID importId = database.newImport();
    HeldLease first = claim(Duration.ofMillis(1));
    HeldLease second = claim(LEASE);
    ImportLease lease = new ImportLease(database.blocking());
    assertThat(lease.acquire(first)).isTrue();
    Thread.sleep(5);
    assertThat(lease.acquire(second)).isTrue();
    assertThat(lease.acquire(first)).isFalse();
    FeedCounters before = counters();

    assertThatExceptionOfType(LeaseLostException.class)
        .isThrownBy(
            () ->
                new ImportWriter(database.blocking())
                    .write(Database.task(importId), first, batch(row("lost/a", 1))));

    assertThat(counters()).isEqualTo(before);
    lease.release(second);
  }

  @Test
  void aLeaseFromBeforeTheClockWasSetBackLastsNoLongerThanOthers() throws Exception {
    Duration shortly = Duration.ofMillis(50);
    HeldLease gone = claim(shortly);
    HeldLease next = claim(shortly);
    ImportLease lease = new ImportLease(database.blocking());
    assertThat(lease.acquire(gone)).isTrue();
    try (Connection connection = database.blocking().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE ingest.import_lease SET expires_at = expires_at + INTERVAL '1 hour'");
    }

    assertThat(lease.acquire(next)).as("its holder may live").isFalse();
    Thread.sleep(shortly.plusMillis(10));
    assertThat(lease.acquire(next)).isTrue();
    lease.release(next);
  }

  @Test
  void namesAreListedAsBytesWithinTheirRange() throws SQLException {
    write(row("range/b", 1), row("range/B", 1), row("range/_", 1), row("range-x/a", 1));

    assertThat(
            new ArtifactStore(database.reactive())
                .list(NameRange.under("models/range/"), "models/range/B", 10, 10_000, Detail.BASIC)
                .await()
                .atMost(LEASE)
                .artifacts())
        .extracting(stored -> stored.artifact().name())
        .containsExactly("models/range/_", "models/range/b");
  }

  private static long writeAtRandom(Random random, int transactions) throws Exception {
    long committed = 0;
    for (int i = 0; i < transactions; i++) {
      ArtifactRow[] rows = new ArtifactRow[1 + random.nextInt(200)];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = row("crowd/" + random.nextInt(5_000), random.nextInt(1_000_000));
      }
      try (Connection connection = database.transaction()) {
        BatchOutcome outcome = writer(connection).write(List.of(rows), random.nextBoolean());
        Thread.sleep(random.nextInt(3));
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          committed += outcome.created() + outcome.updated();
        }
      }
    }
    return committed;
  }

  private static BatchOutcome write(ArtifactRow... rows) throws SQLException {
    try (Connection connection = database.transaction()) {
      BatchOutcome outcome = writer(connection).write(List.of(rows), true);
      connection.commit();
      return outcome;
    }
  }

  private static Map<String, Long> stored(String prefix) {
    Map<String, Long> stored = new HashMap<>();
    new ArtifactStore(database.reactive())
        .list(NameRange.under(prefix), "", 10_000, Long.MAX_VALUE, Detail.BASIC)
        .await()
        .atMost(LEASE)
        .artifacts()
        .forEach(found -> stored.put(found.artifact().name(), found.artifact().downloadCount()));
    return stored;
  }

  private static ImportBatch batch(ArtifactRow... rows) {
    return new ImportBatch(
        "", "1,50", ImportProgress.ofFile(50), List.of(rows), List.of(), List.of(), false);
  }

  private static HeldLease claim(Duration duration) {
    return new HeldLease(ImportSource.FILES, UUID.randomUUID(), duration);
  }

  private static ArtifactWriter writer(Connection connection) {
    return new ArtifactWriter(connection, Database.IMPORT, Database.SNAPSHOT);
  }

  private static void holds(ArtifactPage page, int size, boolean more) {
    assertThat(page.artifacts()).hasSize(size);
    assertThat(page.more()).isEqualTo(more);
  }

  private static ArtifactPage changes(long after, int most) {
    return new ArtifactStore(database.reactive())
        .changes(after, Long.MAX_VALUE, ChangeSelection.ALL, most, 1_000_000, Detail.FULL)
        .await()
        .atMost(LEASE);
  }

  private static ArtifactPage bounded(long after, long bytes) {
    return new ArtifactStore(database.reactive())
        .changes(after, Long.MAX_VALUE, ChangeSelection.ALL, 10, bytes, Detail.FULL)
        .await()
        .atMost(LEASE);
  }

  private static void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = database.blocking().getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Map<ImportState, Long> openImports() {
    return new OpenImports(database.reactive()).count().await().atMost(LEASE);
  }

  private static FeedCounters counters() {
    return new FeedStore(database.reactive()).counters().await().atMost(LEASE);
  }
}

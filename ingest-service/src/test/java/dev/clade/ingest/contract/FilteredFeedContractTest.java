package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.ChangeFilter;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.grpc.Context;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilteredFeedContractTest extends IngestTest {
  PostgresServer postgres;

  @Test
  void onlyWhatPassesIsReturned() {
    long start = head();
    client.importText(
        "models.tsv", HEADER + row("pass/a", 1, "") + row("passing/b", 1, "") + row("pass", 1, ""));
    client.importText(
        "datasets.jsonl",
        """
        {"id":"pass/c"}
        {"id":"pass/d","tags":["task_categories:translation"]}
        """);

    assertThat(passing(start, ChangeFilter.newBuilder().addAuthors("pass")))
        .containsExactly("models/pass/a", "datasets/pass/c", "datasets/pass/d");
    assertThat(
            passing(
                start,
                ChangeFilter.newBuilder()
                    .addAuthors("pass")
                    .addAuthors("passing")
                    .addKinds(ArtifactKind.ARTIFACT_KIND_MODEL)
                    .addKinds(ArtifactKind.ARTIFACT_KIND_SPACE)))
        .containsExactly("models/pass/a", "models/passing/b");
    assertThat(passing(start, ChangeFilter.newBuilder().addTasks("translation")))
        .containsExactly("datasets/pass/d");
    assertThat(passing(start, ChangeFilter.newBuilder().addTasks("none' OR true --"))).isEmpty();
    assertThat(passing(start, ChangeFilter.newBuilder())).hasSize(5);
  }

  @Test
  void whatDoesNotPassMovesTheReaderOnAndIsFollowedBySignsOfLife() {
    long start = head();
    ChangeFilter filter = ChangeFilter.newBuilder().addAuthors("awaited").build();
    follow(
        start,
        filter,
        batches -> {
          client.importText("models.tsv", HEADER + row("other/a", System.nanoTime(), ""));
          StreamChangesResponse batch = batches.next();
          while (batch.getThroughSequence() <= start) {
            batch = batches.next();
          }
          assertThat(batch.getChangesList()).isEmpty();
          assertThat(batch.getThroughSequence()).isEqualTo(start + 1);
          assertThat(batches.next().getThroughSequence()).isEqualTo(start + 1);

          client.importText("models.tsv", HEADER + row("awaited/a", 1, ""));
          while (batch.getChangesCount() == 0) {
            batch = batches.next();
          }
          assertThat(batch.getChanges(0).getArtifact().getName()).isEqualTo("models/awaited/a");
        });
  }

  @Test
  void theReaderMovesOnAlsoWithoutAFilter() {
    long start = head();
    client.importText("models.tsv", HEADER + row("through/a", 1, "") + row("through/b", 1, ""));
    follow(
        start,
        ChangeFilter.getDefaultInstance(),
        batches -> assertThat(batches.next().getThroughSequence()).isEqualTo(start + 2));
  }

  @Test
  void aFilterThatPassesLittleLooksAtABoundedPartAtATime() {
    long start = head();
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = 0; i < 25_000; i++) {
      table.append(row("crowd/" + i, 1, ""));
    }
    client.importText("models.tsv", table + row("needle/a", 1, ""));
    long end = head();
    ChangeFilter filter = ChangeFilter.newBuilder().addAuthors("needle").build();

    List<Long> places = new ArrayList<>();
    follow(
        start,
        filter,
        batches -> {
          StreamChangesResponse batch;
          do {
            batch = batches.next();
            places.add(batch.getThroughSequence());
          } while (batch.getChangesCount() == 0);
        });

    assertThat(places).containsExactly(start + 20_000, end);
  }

  /**
   * Writers commit at random moments, some roll back, and filtered readers follow, one of which
   * begins anew at its place again and again. They must see the last state of everything that
   * passes.
   */
  @Test
  void filteredReadersMissNothingThatWritersCommitLate() throws Exception {
    client.importText("models.tsv", HEADER + row("late/0", 1, ""));
    long start = head();
    Map<String, Long> written = new ConcurrentHashMap<>();
    Map<String, Long> followed = new TreeMap<>();
    Map<String, Long> resumed = new TreeMap<>();
    ChangeFilter filter = ChangeFilter.newBuilder().addAuthors("late").build();
    try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        Random random = new Random(writer);
        writers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    write(random, written);
                  }
                  return null;
                }));
      }
      Future<?> all =
          threads.submit(
              () -> {
                for (Future<?> writer : writers) {
                  writer.get();
                }
                return null;
              });
      long place = start;
      while (!all.isDone() || place < head()) {
        place = read(place, filter, 2, resumed);
      }
      all.get();
    }
    long end = head();
    long place = start;
    while (place < end) {
      place = read(place, filter, 1_000, followed);
    }

    Map<String, Long> passing = new TreeMap<>(written);
    passing.keySet().removeIf(name -> !name.startsWith("models/late/"));
    assertThat(passing).isNotEmpty();
    assertThat(resumed).containsAllEntriesOf(passing);
    assertThat(followed).containsAllEntriesOf(passing);
    assertThat(resumed.keySet()).allMatch(name -> name.startsWith("models/late/"));
  }

  @Test
  void filtersAreChecked() {
    ChangeFilter.Builder filter = ChangeFilter.newBuilder();
    assertRefused(Reason.FIELD_UNKNOWN_VALUE, "filter.kinds", filter.clone().addKindsValue(77));
    assertRefused(Reason.FIELD_UNKNOWN_VALUE, "filter.kinds", filter.clone().addKindsValue(0));
    assertRefused(
        Reason.FIELD_UNKNOWN_VALUE,
        "filter.kinds",
        filter.clone().addKinds(ArtifactKind.ARTIFACT_KIND_PAPER));
    assertRefused(Reason.FIELD_MALFORMED, "filter.authors", filter.clone().addAuthors("a/b"));
    assertRefused(Reason.FIELD_MALFORMED, "filter.authors", filter.clone().addAuthors(""));
    assertRefused(Reason.FIELD_MALFORMED, "filter.authors", filter.clone().addAuthors("a\0"));
    assertRefused(Reason.FIELD_MALFORMED, "filter.tasks", filter.clone().addTasks(""));
    assertRefused(Reason.FIELD_MALFORMED, "filter.tasks", filter.clone().addTasks("a\0"));
    assertRefused(Reason.FIELD_TOO_LONG, "filter.tasks", filter.clone().addTasks("x".repeat(257)));
    assertRefused(
        Reason.FIELD_TOO_LONG,
        "filter.authors",
        filter.clone().addAllAuthors(Collections.nCopies(101, "a")));
  }

  private void assertRefused(Reason reason, String field, ChangeFilter.Builder filter) {
    assertInvalid(reason, field, () -> follow(0, filter.build(), Iterator::next));
  }

  /** Changes up to three artifacts in a transaction, as an import does. */
  private void write(Random random, Map<String, Long> written)
      throws SQLException, InterruptedException {
    try (Connection connection = new Tables(postgres).connect()) {
      connection.setAutoCommit(false);
      Map<String, Long> changes = new TreeMap<>();
      Tables.run(connection, "UPDATE ingest.feed SET head = head WHERE id = 1");
      for (int i = 0; i <= random.nextInt(3); i++) {
        String name =
            "models/%s/%d".formatted(random.nextBoolean() ? "late" : "prompt", random.nextInt(40));
        long value = random.nextLong(Long.MAX_VALUE);
        Tables.run(connection, "UPDATE ingest.feed SET head = head + 1 WHERE id = 1");
        Tables.run(
            connection,
            """
            INSERT INTO ingest.artifact
              (sequence, name, download_count, like_count, task, library, licenses, languages, tags,
               relations, wire_bytes, content_hash, import_id)
            SELECT head, ?, ?, 0, '', '', '', '', '', '', 100, '', gen_random_uuid()
            FROM ingest.feed
            ON CONFLICT (name) DO UPDATE
            SET sequence = excluded.sequence, download_count = excluded.download_count
            """,
            name,
            value);
        changes.put(name, value);
      }
      Thread.sleep(random.nextInt(5));
      if (random.nextInt(4) == 0) {
        connection.rollback();
      } else {
        // Before the lock on the feed is gone: the order of the map is that of the commits.
        written.putAll(changes);
        connection.commit();
      }
    }
  }

  private long read(long after, ChangeFilter filter, int batches, Map<String, Long> into) {
    long[] through = {after};
    follow(
        after,
        filter,
        stream -> {
          for (int i = 0; i < batches && (i == 0 || through[0] < head()); i++) {
            StreamChangesResponse batch = stream.next();
            for (Change change : batch.getChangesList()) {
              assertThat(change.getSequence()).isGreaterThan(through[0]);
              through[0] = change.getSequence();
              into.put(change.getArtifact().getName(), change.getArtifact().getDownloadCount());
            }
            assertThat(batch.getThroughSequence()).isGreaterThanOrEqualTo(through[0]);
            assertThat(batch.getHeadSequence()).isGreaterThanOrEqualTo(batch.getThroughSequence());
            through[0] = batch.getThroughSequence();
          }
        });
    return through[0];
  }

  private List<String> passing(long start, ChangeFilter.Builder filter) {
    long end = head();
    List<String> names = new ArrayList<>();
    follow(
        start,
        filter.build(),
        batches -> {
          StreamChangesResponse batch;
          do {
            batch = batches.next();
            for (Change change : batch.getChangesList()) {
              names.add(change.getArtifact().getName());
            }
          } while (batch.getThroughSequence() < end);
        });
    return names;
  }

  private void follow(
      long after, ChangeFilter filter, Consumer<Iterator<StreamChangesResponse>> reader) {
    StreamChangesRequest request =
        StreamChangesRequest.newBuilder().setAfterSequence(after).setFilter(filter).build();
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      call.run(() -> reader.accept(client.catalogue().streamChanges(request)));
    }
  }

  private long head() {
    return client
        .catalogue()
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance())
        .getHeadSequence();
  }
}

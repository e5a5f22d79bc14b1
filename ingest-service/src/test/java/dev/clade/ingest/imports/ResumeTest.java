package dev.clade.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.format.Dumps;
import dev.clade.ingest.format.FileFormat;
import dev.clade.ingest.store.FeedCounters;
import dev.clade.ingest.store.FeedStore;
import dev.clade.ingest.store.HeldLease;
import dev.clade.ingest.store.ImportCounts;
import dev.clade.ingest.store.ImportLease;
import dev.clade.ingest.store.ImportQueue;
import dev.clade.ingest.store.ImportSource;
import dev.clade.ingest.store.ImportState;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.store.Upload;
import dev.clade.ingest.upload.Reception;
import dev.clade.ingest.upload.UploadService;
import dev.clade.runtime.request.RequestId;
import dev.clade.runtime.testing.PostgresServer;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Stops imports in the middle, in several ways, and looks whether anything is lost or repeated. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
class ResumeTest {
  private static final int RECORDS = 200_000;
  private static final int CUTS = 3;
  private static final int REFUSED_EVERY = 1_000;
  private static final Duration LEASE = Duration.ofMinutes(1);

  PostgresServer postgres;

  @Inject UploadService uploads;
  @Inject ImportService imports;
  @Inject ImportQueue queue;
  @Inject ImportLease lease;
  @Inject ImportExecution execution;
  @Inject FileSources files;
  @Inject FeedStore feed;
  @Inject IngestConfig config;

  @Test
  void anImportThatWasLeftInTheMiddleGoesOnAtItsCheckpoint() throws Throwable {
    HeldLease claim = new HeldLease(ImportSource.FILES, UUID.randomUUID(), LEASE);
    while (!lease.acquire(claim)) {
      Thread.sleep(50);
    }
    FeedCounters before = counters();
    UUID id = start(upload("left"), FileFormat.JSONL);
    ImportTask task = queue.next(ImportSource.FILES).orElseThrow();
    assertThat(task.id()).isEqualTo(id);
    AtomicInteger batches = new AtomicInteger();

    boolean complete =
        execution.run(task, files, claim, () -> batches.get() == 2, _ -> batches.incrementAndGet());

    assertThat(complete).isFalse();
    ImportStatus left = status(id);
    assertThat(left.state()).isEqualTo(ImportState.RUNNING);
    assertThat(left.counts().records()).isEqualTo(2L * config.batchRecords());
    lease.release(claim);
    assertComplete(id, before);
  }

  @Test
  void aDumpThatWasLeftAmongItsCommitsGoesOnThere() throws Throwable {
    int commits = 25_000;
    StringBuilder table =
        new StringBuilder("sha,repo_id,message,author_date,author_tz,author_name\n");
    for (int i = 0; i < commits; i++) {
      table.append("%040x,models/leftdump/%d,m,2022-01-02 03:04:05,0,ann\n".formatted(i, i % 2));
    }
    byte[] archive =
        Dumps.archive(
            Map.of(
                "repository.csv",
                "id\nmodels/leftdump/0\n",
                "commits.csv",
                table.toString(),
                "discussion.csv",
                """
                num,repo_id,author,title,status,created_at,is_pull_request
                1,models/leftdump/0,bob,Why?,open,2022-02-01 03:04:05,0
                """));
    HeldLease claim = new HeldLease(ImportSource.FILES, UUID.randomUUID(), LEASE);
    while (!lease.acquire(claim)) {
      Thread.sleep(50);
    }
    FeedCounters before = counters();
    UUID id = start(upload("dump.zip", archive), FileFormat.HF_COMMUNITY);
    AtomicInteger batches = new AtomicInteger();

    execution.run(
        queue.next(ImportSource.FILES).orElseThrow(),
        files,
        claim,
        () -> batches.get() == 2,
        _ -> batches.incrementAndGet());

    assertThat(status(id).counts().records()).isEqualTo(2L * config.batchRecords());
    lease.release(claim);
    ImportStatus done = finished(id);
    assertThat(done.failure()).isEmpty();
    assertThat(done.counts()).isEqualTo(new ImportCounts(1 + commits / 2 + 1, 0, 0, commits / 2));
    FeedCounters after = counters();
    assertThat(after.artifacts() - before.artifacts()).isEqualTo(1);
    assertThat(after.quarantinedRecords() - before.quarantinedRecords()).isEqualTo(commits / 2);
  }

  @Test
  void anImportWaitsForTheDatabase() throws Throwable {
    FeedCounters before = counters();
    UUID id = start(upload("cut"), FileFormat.JSONL);
    while (status(id).counts().records() == 0) {
      Thread.sleep(5);
    }
    for (int cut = 0; cut < CUTS; cut++) {
      postgres.stop();
      Thread.sleep(300);
      postgres.start();
      Thread.sleep(150);
    }
    assertComplete(id, before);
  }

  private void assertComplete(UUID id, FeedCounters before) throws Throwable {
    ImportStatus done = finished(id);
    long refused = RECORDS / REFUSED_EVERY;
    long created = RECORDS - refused;
    assertThat(done.failure()).isEmpty();
    assertThat(done.counts()).isEqualTo(new ImportCounts(created, 0, 0, refused));
    FeedCounters after = counters();
    assertThat(after.head() - before.head()).isEqualTo(created);
    assertThat(after.artifacts() - before.artifacts()).isEqualTo(created);
    assertThat(after.quarantinedRecords() - before.quarantinedRecords()).isEqualTo(refused);
    assertThat(done.lastSequence()).isEqualTo(after.head());
  }

  private ImportStatus finished(UUID id) throws Throwable {
    ImportStatus status = status(id);
    while (!status.state().isFinal()) {
      Thread.sleep(50);
      status = status(id);
    }
    return status;
  }

  private UUID upload(String author) throws Throwable {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      lines.append(i % REFUSED_EVERY == 7 ? "{}\n" : "{\"id\":\"%s/%d\"}\n".formatted(author, i));
    }
    return upload(author + ".jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private UUID upload(String fileName, byte[] content) throws Throwable {
    try (Reception reception = uploads.begin(fileName)) {
      reception.append(ByteBuffer.wrap(content));
      Upload upload = reception.finish();
      VertxContextSupport.subscribeAndAwait(() -> uploads.add(upload));
      return upload.id();
    }
  }

  private UUID start(UUID upload, FileFormat format) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(
            () ->
                imports.start(
                    upload,
                    Optional.of(format),
                    Optional.empty(),
                    Optional.empty(),
                    new RequestId(UUID.randomUUID())))
        .id();
  }

  /** Returns an import, however long the database is away. */
  private ImportStatus status(UUID id) throws Throwable {
    while (true) {
      try {
        return VertxContextSupport.subscribeAndAwait(() -> imports.get(id));
      } catch (Exception e) {
        Thread.sleep(50);
      }
    }
  }

  private FeedCounters counters() {
    return feed.counters().await().atMost(LEASE);
  }
}

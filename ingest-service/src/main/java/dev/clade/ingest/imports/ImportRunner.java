package dev.clade.ingest.imports;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.feed.FeedHead;
import dev.clade.ingest.format.UnreadableFileException;
import dev.clade.ingest.store.ImportLease;
import dev.clade.ingest.store.ImportQueue;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.store.LeaseLostException;
import dev.clade.ingest.upload.Spool;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.FailureTranslator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that an instance imports with. It imports while it holds the database's import lease,
 * the oldest unfinished import first, and otherwise looks again now and then.
 */
@ApplicationScoped
public class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class);

  private final UUID holder = UUID.randomUUID();
  private final Semaphore wishes = new Semaphore(0);
  private final FileImport fileImport;
  private final ImportQueue queue;
  private final ImportLease lease;
  private final Spool spool;
  private final FeedHead feed;
  private final IngestConfig config;
  private volatile boolean stopped;
  private Thread thread;

  @Inject
  ImportRunner(
      FileImport fileImport,
      ImportQueue queue,
      ImportLease lease,
      Spool spool,
      FeedHead feed,
      IngestConfig config) {
    this.fileImport = fileImport;
    this.queue = queue;
    this.lease = lease;
    this.spool = spool;
    this.feed = feed;
    this.config = config;
  }

  /** Says that there is a new import, so that it need not wait for the next look. */
  public void wake() {
    wishes.release();
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("import-runner").start(this::loop);
  }

  /** Stops between two batches; what is unfinished goes on at the next start. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped = true;
    wake();
    thread.join();
  }

  private void loop() {
    try {
      sweep(Set.of());
      while (!stopped) {
        if (!importNext()) {
          wishes.tryAcquire(config.importPoll().toMillis(), TimeUnit.MILLISECONDS);
          wishes.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the oldest import; returns whether to look for another at once. */
  private boolean importNext() throws InterruptedException {
    try {
      Optional<ImportTask> next = queue.next();
      if (next.isEmpty() || !lease.acquire(holder, config.leaseDuration())) {
        return false;
      }
      try {
        run(next.get());
      } finally {
        lease.release(holder);
      }
      return true;
    } catch (SQLException e) {
      LOG.warnf("imports wait for the database: %s", e.getMessage());
      return false;
    } catch (LeaseLostException e) {
      LOG.info(e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.error("looking for imports failed; it is tried again", e);
      return false;
    }
  }

  private void run(ImportTask task) throws SQLException, LeaseLostException, InterruptedException {
    try {
      LOG.infof("import %s begins behind line %d", task.id(), task.checkpoint().line());
      if (fileImport.run(task, holder, () -> stopped, feed::advance)) {
        LOG.infof("import %s is complete", task.id());
        sweep(Set.of(task.uploadId()));
      }
    } catch (UnreadableFileException e) {
      fail(task, Reason.FIELD_MALFORMED, "the file " + e.getMessage());
    } catch (NoSuchFileException e) {
      LOG.errorf(e, "the file of import %s is gone", task.id());
      fail(task, Reason.UPLOAD_NOT_FOUND, "the uploaded file is not in the spool folder any more");
    } catch (IOException | RuntimeException e) {
      LOG.errorf(e, "import %s failed", task.id());
      fail(task, Reason.INTERNAL, FailureTranslator.translate(e).getMessage());
    } catch (SQLException e) {
      if (PassingTrouble.is(e)) {
        throw e;
      }
      LOG.errorf(e, "import %s failed", task.id());
      fail(task, Reason.INTERNAL, FailureTranslator.translate(e).getMessage());
    }
  }

  private void fail(ImportTask task, Reason reason, String message)
      throws SQLException, LeaseLostException {
    queue.fail(task.id(), holder, reason.name(), message);
  }

  private void sweep(Set<UUID> imported) {
    try {
      spool.sweep(imported, queue.forgetImportedUploads());
    } catch (SQLException e) {
      LOG.warnf("cleaning the spool folder waits for the database: %s", e.getMessage());
    }
  }
}

package dev.clade.ingest.imports;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.format.UnreadableFileException;
import dev.clade.ingest.store.HeldLease;
import dev.clade.ingest.store.ImportHaltedException;
import dev.clade.ingest.store.ImportLease;
import dev.clade.ingest.store.ImportQueue;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.store.LeaseLostException;
import dev.clade.ingest.store.PassingTrouble;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.clade.runtime.telemetry.BackgroundWork;
import dev.clade.runtime.telemetry.SpanKinds;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that an instance imports with in one lane: the files, or a hub. It imports while it
 * holds the lane's lease, the oldest unfinished import first, and otherwise looks again now and
 * then.
 */
final class ImportLane {
  private static final Logger LOG = Logger.getLogger(ImportLane.class);

  private final Semaphore wishes = new Semaphore(0);
  private final HeldLease lease;
  private final BatchSources sources;
  private final ImportExecution execution;
  private final ImportQueue queue;
  private final ImportLease leases;
  private final IngestConfig config;
  private final CommitListener commits;
  private final LaneHooks hooks;
  private final BackgroundWork background;
  private volatile boolean stopped;
  private Thread thread;

  ImportLane(
      String lane,
      UUID holder,
      BatchSources sources,
      ImportExecution execution,
      ImportQueue queue,
      ImportLease leases,
      IngestConfig config,
      CommitListener commits,
      LaneHooks hooks,
      BackgroundWork background) {
    this.lease = new HeldLease(lane, holder, config.leaseDuration());
    this.sources = sources;
    this.execution = execution;
    this.queue = queue;
    this.leases = leases;
    this.config = config;
    this.commits = commits;
    this.hooks = hooks;
    this.background = background;
  }

  /** Says that there is a new import, so that it need not wait for the next look. */
  void wake() {
    wishes.release();
  }

  void start() {
    thread = Thread.ofPlatform().name("import-" + lease.lane()).start(this::loop);
  }

  /** Stops between two batches; what is unfinished goes on at the next start. */
  void stop() throws InterruptedException {
    stopped = true;
    wake();
    thread.join();
  }

  private void loop() {
    try {
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
      hooks.beforeLook();
      Optional<ImportTask> next = queue.next(lease.lane());
      if (next.isEmpty() || !leases.acquire(lease)) {
        return false;
      }
      try {
        // Again, now that nobody else can have it.
        next = queue.next(lease.lane());
        if (next.isPresent()) {
          run(next.get());
        }
      } finally {
        leases.release(lease);
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

  /** In the trace of the call that asked for it, also when another instance began it. */
  private void run(ImportTask task) throws SQLException, LeaseLostException, InterruptedException {
    BackgroundWork.Work work =
        background.begin(SpanKinds.IMPORT, task.traceparent(), task.requestId().toString());
    work.span().setAttribute("clade.import", IngestResource.IMPORT.of(task.id()));
    work.span().setAttribute("clade.ingest.source", lease.lane());
    try (work;
        Scope scope = work.enter()) {
      execute(task, work);
    }
  }

  private void execute(ImportTask task, BackgroundWork.Work work)
      throws SQLException, LeaseLostException, InterruptedException {
    String source = task.provenance().source();
    try {
      LOG.infof("import %s of %s begins at \"%s\"", task.id(), source, task.checkpoint());
      if (execution.run(
          task,
          sources,
          lease,
          () -> stopped,
          head -> commits.committed(head, task.traceparent()))) {
        LOG.infof("import %s of %s is complete", task.id(), source);
        work.ended("complete");
        hooks.completed(task);
      }
    } catch (ImportHaltedException e) {
      LOG.infof("import %s of %s stops: %s", task.id(), source, e.getMessage());
      work.ended("halted");
    } catch (UnreadableFileException e) {
      work.failed(e);
      fail(task, Reason.FIELD_MALFORMED, "the file " + e.getMessage());
    } catch (NoSuchFileException e) {
      work.failed(e);
      LOG.warnf("the file of import %s is gone: %s", task.id(), e.getMessage());
      fail(task, Reason.UPLOAD_NOT_FOUND, "the uploaded file is not in the spool folder any more");
    } catch (SourceFailedException e) {
      work.failed(e);
      LOG.warnf("import %s of %s failed: %s", task.id(), source, e.getMessage());
      fail(task, Reason.HUB_UNUSABLE, e.getMessage());
    } catch (IOException | RuntimeException e) {
      work.failed(e);
      LOG.errorf(e, "import %s failed", task.id());
      fail(task, Reason.INTERNAL, FailureTranslator.translate(e).getMessage());
    } catch (SQLException e) {
      work.failed(e);
      if (PassingTrouble.is(e)) {
        throw e;
      }
      LOG.errorf(e, "import %s failed", task.id());
      fail(task, Reason.INTERNAL, FailureTranslator.translate(e).getMessage());
    }
  }

  private void fail(ImportTask task, Reason reason, String message)
      throws SQLException, LeaseLostException {
    queue.fail(task.id(), lease, reason.name(), message);
  }
}

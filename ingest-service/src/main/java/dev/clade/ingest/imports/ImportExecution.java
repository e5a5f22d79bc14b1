package dev.clade.ingest.imports;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.DatabaseRetry;
import dev.clade.ingest.store.HeldLease;
import dev.clade.ingest.store.ImportBatch;
import dev.clade.ingest.store.ImportHaltedException;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.store.ImportWriter;
import dev.clade.ingest.store.LeaseLostException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Reads one import from its checkpoint to its end. It blocks. */
@ApplicationScoped
class ImportExecution {
  private final ImportWriter writer;
  private final IngestConfig config;
  private final ImportMeters meters;

  @Inject
  ImportExecution(ImportWriter writer, IngestConfig config, ImportMeters meters) {
    this.writer = writer;
    this.config = config;
    this.meters = meters;
  }

  /**
   * Runs an import to its end. While the database is away it waits.
   *
   * @param lease what must be held
   * @param stopped asked between batches; when true the import is left at its checkpoint
   * @param committed told the feed's head after every batch
   * @return whether the source was read to its end
   * @throws IOException when the source cannot be read on
   * @throws LeaseLostException when another instance imports
   * @throws ImportHaltedException when the import was paused or cancelled
   */
  boolean run(
      ImportTask task,
      BatchSources sources,
      HeldLease lease,
      BooleanSupplier stopped,
      LongConsumer committed)
      throws IOException,
          SQLException,
          LeaseLostException,
          ImportHaltedException,
          InterruptedException {
    try (BatchPipe batches = new BatchPipe(sources, task)) {
      boolean last = false;
      while (!last && !stopped.getAsBoolean()) {
        ImportBatch batch = batches.poll(config.leaseDuration().dividedBy(3));
        if (batch == null) {
          writer.check(task, lease);
        } else {
          committed.accept(write(task, lease, batch, stopped));
          last = batch.last();
        }
      }
      return last;
    }
  }

  private long write(ImportTask task, HeldLease lease, ImportBatch batch, BooleanSupplier stopped)
      throws SQLException, LeaseLostException, ImportHaltedException, InterruptedException {
    long start = System.nanoTime();
    DatabaseRetry retry = new DatabaseRetry("import " + task.id(), stopped);
    while (true) {
      try {
        BatchOutcome outcome = writer.write(task, lease, batch);
        meters.committed(lease.lane(), outcome, Duration.ofNanos(System.nanoTime() - start));
        return outcome.head();
      } catch (SQLException e) {
        retry.await(e);
      }
    }
  }
}

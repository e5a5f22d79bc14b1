package dev.clade.ingest.imports;

import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.format.RecordFile;
import dev.clade.ingest.store.ArtifactRowEncoder;
import dev.clade.ingest.store.ImportBatch;
import dev.clade.ingest.store.ImportLease;
import dev.clade.ingest.store.ImportTask;
import dev.clade.ingest.store.ImportWriter;
import dev.clade.ingest.store.LeaseLostException;
import dev.clade.ingest.upload.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/** Imports one file from its checkpoint to its end. It blocks. */
@ApplicationScoped
class FileImport {
  private static final Logger LOG = Logger.getLogger(FileImport.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(3);

  private final Spool spool;
  private final ImportWriter writer;
  private final ImportLease lease;
  private final IngestConfig config;

  @Inject
  FileImport(Spool spool, ImportWriter writer, ImportLease lease, IngestConfig config) {
    this.spool = spool;
    this.writer = writer;
    this.lease = lease;
    this.config = config;
  }

  /**
   * Runs an import to its end. While the database is away it waits.
   *
   * @param holder who holds the import lease
   * @param stopped asked between batches; when true the import is left at its checkpoint
   * @param committed told the feed's head after every batch
   * @return whether the file was read to its end
   * @throws IOException when the file cannot be read on
   * @throws LeaseLostException when another instance imports
   */
  boolean run(ImportTask task, UUID holder, BooleanSupplier stopped, LongConsumer committed)
      throws IOException, SQLException, LeaseLostException, InterruptedException {
    int longestRecord = Math.toIntExact(config.longestRecord().asLongValue());
    try (RecordFile file =
            RecordFile.open(
                spool.file(task.uploadId()), task.format(), longestRecord, task.checkpoint());
        BatchPipe batches = new BatchPipe(reader(task, file))) {
      boolean last = false;
      while (!last && !stopped.getAsBoolean()) {
        ImportBatch batch = batches.poll(config.leaseDuration().dividedBy(3));
        if (batch == null) {
          lease.acquire(holder, config.leaseDuration());
        } else {
          committed.accept(write(task, holder, batch, stopped));
          last = batch.last();
        }
      }
      return last;
    }
  }

  private BatchReader reader(ImportTask task, RecordFile file) {
    return new BatchReader(
        file,
        new ArtifactRowEncoder(task.id()),
        task.checkpoint(),
        config.batchRecords(),
        config.batchBytes().asLongValue());
  }

  private long write(ImportTask task, UUID holder, ImportBatch batch, BooleanSupplier stopped)
      throws SQLException, LeaseLostException, InterruptedException {
    Duration pause = FIRST_RETRY;
    while (true) {
      try {
        return writer.write(task.id(), holder, config.leaseDuration(), batch);
      } catch (SQLException e) {
        if (!PassingTrouble.is(e) || stopped.getAsBoolean()) {
          throw e;
        }
        LOG.warnf("import %s waits for the database: %s", task.id(), e.getMessage());
        Thread.sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? pause.multipliedBy(2) : LAST_RETRY;
      }
    }
  }
}

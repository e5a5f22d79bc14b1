package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportBatch;
import dev.clade.ingest.store.ImportTask;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Opens a source and reads one batch ahead on a thread of its own, so that reading and writing
 * overlap and nobody's lease ends because a source is slow. No more than one, so that an import
 * which is killed has little to read again.
 */
final class BatchPipe implements AutoCloseable {
  private final BlockingQueue<ImportBatch> batches = new SynchronousQueue<>();
  private final FutureTask<Void> reading;
  private final Thread thread;

  BatchPipe(BatchSources sources, ImportTask task) {
    Callable<Void> work =
        () -> {
          try (BatchSource source = sources.open(task)) {
            while (!source.isEnded()) {
              batches.put(source.next());
            }
          }
          return null;
        };
    reading = new FutureTask<>(work);
    thread = Thread.ofPlatform().daemon().name("import-reader").start(reading);
  }

  /**
   * Returns the next batch, or null when it is not there in time.
   *
   * @throws IOException when the source cannot be opened or read on; every batch before was
   *     returned
   */
  ImportBatch poll(Duration patience) throws IOException, InterruptedException {
    // Asked before the queue: what ended has handed everything over.
    boolean ended = reading.isDone();
    ImportBatch batch =
        ended ? batches.poll() : batches.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (batch == null && ended) {
      throwFailure();
    }
    return batch;
  }

  /** Stops reading, and returns when the source is closed. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void throwFailure() throws IOException, InterruptedException {
    try {
      reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("reading the source failed", e.getCause());
    }
  }
}

package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Reads batches ahead on a thread of its own, so that parsing and writing overlap. */
final class BatchPipe implements AutoCloseable {
  /** Batches read ahead: enough to keep the writer busy, few enough to keep memory small. */
  private static final int DEPTH = 2;

  private final BlockingQueue<ImportBatch> batches = new ArrayBlockingQueue<>(DEPTH);
  private final FutureTask<Void> reading;
  private final Thread thread;

  BatchPipe(BatchSource reader) {
    Callable<Void> work =
        () -> {
          while (!reader.isEnded()) {
            batches.put(reader.next());
          }
          return null;
        };
    reading = new FutureTask<>(work);
    thread = Thread.ofPlatform().daemon().name("import-reader").start(reading);
  }

  /**
   * Returns the next batch, or null when it is not there in time.
   *
   * @throws IOException when the file cannot be read on; every batch before was returned
   */
  ImportBatch poll(Duration patience) throws IOException, InterruptedException {
    // Asked before the queue: what ended has put everything into it.
    boolean ended = reading.isDone();
    ImportBatch batch =
        ended ? batches.poll() : batches.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    if (batch == null && ended) {
      throwFailure();
    }
    return batch;
  }

  /** Stops reading. */
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
      throw new IllegalStateException("reading the file failed", e.getCause());
    }
  }
}

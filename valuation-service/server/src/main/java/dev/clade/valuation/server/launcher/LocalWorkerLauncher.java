package dev.clade.valuation.server.launcher;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Workers as child processes of this one. Once closed it starts no more. */
final class LocalWorkerLauncher implements WorkerLauncher {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<WorkerSlot> slots;
  private boolean closed;

  /**
   * Creates a launcher that has started nothing yet.
   *
   * @param workers most workers at a time
   * @param command how each is started
   * @param backoff how long to wait after a first failure
   */
  LocalWorkerLauncher(int workers, WorkerCommand command, Duration backoff) {
    long parent = ProcessHandle.current().pid();
    this.slots =
        IntStream.rangeClosed(1, workers)
            .mapToObj(
                number -> new WorkerSlot("local-%d-%d".formatted(parent, number), command, backoff))
            .toList();
  }

  @Override
  public synchronized void ensureWorkers() {
    if (!closed) {
      slots.forEach(WorkerSlot::ensure);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    // All at once, for each may take its time.
    slots.parallelStream().forEach(slot -> slot.stop(PATIENCE));
  }
}

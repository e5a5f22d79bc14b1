package dev.clade.local.mesh;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Identifies a process even after its number went to another one.
 *
 * @param name what the process is for, such as {@code ingest}
 * @param pid number that the system gave it
 * @param startedAt when it started, as the system tells
 */
public record ProcessMark(String name, long pid, Instant startedAt) {

  /** Returns the mark of a running process. */
  public static ProcessMark of(String name, ProcessHandle process) {
    return new ProcessMark(
        name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** Returns the process, unless it ended, whatever runs under its number now. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().startInstant().orElse(Instant.EPOCH).equals(startedAt));
  }

  /**
   * Ends the process if it still runs: asks it to, and forces it when the patience is over.
   *
   * @return whether there was anything to end
   */
  public boolean end(Duration patience) {
    Optional<ProcessHandle> running = find();
    running.ifPresent(
        process -> {
          process.destroy();
          if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            endsWithin(process, patience);
          }
        });
    return running.isPresent();
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}

package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportProgress;
import dev.clade.ingest.store.ImportStatus;
import java.time.Duration;
import java.util.Optional;

/** How fast an import is, over all the time since its first batch. */
public final class ImportPace {
  private ImportPace() {}

  /** Returns records read a second; 0 before the second batch. */
  public static double recordsPerSecond(ImportStatus status) {
    double seconds = secondsRead(status);
    return seconds > 0 ? status.counts().records() / seconds : 0;
  }

  /** Returns how long the rest probably takes; empty when nobody knows. */
  public static Optional<Duration> remaining(ImportStatus status) {
    double done = share(status);
    double seconds = secondsRead(status);
    if (status.state().isFinal() || done <= 0 || seconds <= 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.round(1_000 * seconds * (1 - done) / done)));
  }

  private static double share(ImportStatus status) {
    ImportProgress progress = status.progress();
    double share =
        status.totalBytes() > 0
            ? (double) progress.readBytes() / status.totalBytes()
            : progress.expectedRecords() > 0
                ? (double) status.counts().records() / progress.expectedRecords()
                : 0;
    return Math.min(share, 1);
  }

  private static double secondsRead(ImportStatus status) {
    return status
        .startTime()
        .map(start -> Duration.between(start, status.updateTime()).toMillis() / 1_000.0)
        .orElse(0.0);
  }
}

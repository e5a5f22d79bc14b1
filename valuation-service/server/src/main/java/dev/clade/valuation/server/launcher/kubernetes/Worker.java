package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.launcher.Backoff;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * A worker that has a Job.
 *
 * @param job its Job
 * @param status how it stands
 */
record Worker(Job job, WorkerStatus status) {
  /** Least advanced first; of equals the youngest, then the one of the latest name. */
  static final Comparator<Worker> BY_ADVANCE =
      Comparator.comparing((Worker worker) -> worker.status().stage())
          .thenComparing(
              worker -> String.valueOf(worker.job().getMetadata().getCreationTimestamp()),
              Comparator.reverseOrder())
          .thenComparing(Worker::name, Comparator.reverseOrder());

  String name() {
    return job.getMetadata().getName();
  }

  /** Tells whether it is to be removed, and another to take its place, now. */
  boolean isToBeReplaced(Duration firstPause, Instant now) {
    return switch (status.stage()) {
      case LOST -> true;
      case FAILED -> hasPaused(Backoff.pause(firstPause, WorkerLabels.failures(job)), now);
      case ENDED -> hasPaused(firstPause, now);
      default -> false;
    };
  }

  /** Returns the failures in a row that its successor has behind it. */
  int failures() {
    return status.stage() == WorkerStage.FAILED ? WorkerLabels.failures(job) + 1 : 0;
  }

  private boolean hasPaused(Duration pause, Instant now) {
    String ended = JobStatusReader.end(job).orElseThrow().getLastTransitionTime();
    return ended == null || !Instant.parse(ended).plus(pause).isAfter(now);
  }
}

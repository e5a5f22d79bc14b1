package dev.clade.valuation.worker.speed;

import dev.clade.valuation.worker.contrastive.TrainingCheckpoints;
import java.io.InputStream;
import java.util.Optional;

/** Takes the time from the first step of each epoch until its state would be kept. */
final class StepClock implements TrainingCheckpoints {
  private long begin;
  private long nanoseconds;

  /** Notes that a step begins; it is not to be cancelled. */
  boolean stepBegins() {
    if (begin == 0) {
      begin = System.nanoTime();
    }
    return false;
  }

  /** Returns the time of all epochs so far. */
  double seconds() {
    return nanoseconds / 1e9;
  }

  @Override
  public Optional<InputStream> open() {
    return Optional.empty();
  }

  @Override
  public void keep(Content content) {
    nanoseconds += System.nanoTime() - begin;
    begin = 0;
  }
}

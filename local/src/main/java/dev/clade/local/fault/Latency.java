package dev.clade.local.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Everything comes later; in order, and without narrowing the way.
 *
 * @param delay the mean
 * @param jitter most that a delay is above or below the mean
 * @param seed of the jitter
 */
public record Latency(Duration delay, Duration jitter, long seed) implements Toxic {
  @Override
  public Stage on(Stage next) {
    Random random = new Random(seed);
    return new ForwardingStage(next) {
      @Override
      public void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException {
        long due = arrivalNanos + delay.toNanos() + Math.round(jitter.toNanos() * draw());
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        super.pass(bytes, due);
      }

      private double draw() {
        return 2 * random.nextDouble() - 1;
      }
    };
  }
}

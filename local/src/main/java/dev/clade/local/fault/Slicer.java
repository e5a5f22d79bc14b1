package dev.clade.local.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Bytes that were sent together come in small parts.
 *
 * @param meanBytes mean size of a part, at least 1
 * @param variation most that a part is larger or smaller, less than the mean
 * @param pause between parts
 * @param seed of the sizes
 */
public record Slicer(int meanBytes, int variation, Duration pause, long seed) implements Toxic {
  @Override
  public Stage on(Stage next) {
    Random random = new Random(seed);
    return new ForwardingStage(next) {
      @Override
      public void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException {
        int from = 0;
        while (from < bytes.length) {
          int size = meanBytes + random.nextInt(2 * variation + 1) - variation;
          int to = Math.min(bytes.length, from + size);
          super.pass(Arrays.copyOfRange(bytes, from, to), arrivalNanos);
          TimeUnit.NANOSECONDS.sleep(pause.toNanos());
          from = to;
        }
      }
    };
  }
}

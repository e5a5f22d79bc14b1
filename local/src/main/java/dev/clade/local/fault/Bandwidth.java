package dev.clade.local.fault;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * The way is narrow.
 *
 * @param bytesPerSecond most that pass, at least 10
 */
public record Bandwidth(long bytesPerSecond) implements Toxic {
  /** Share of a second in which one piece passes. */
  private static final int PIECES_PER_SECOND = 10;

  @Override
  public Stage on(Stage next) {
    int piece = Math.toIntExact(Math.min(1 << 16, bytesPerSecond / PIECES_PER_SECOND));
    return new ForwardingStage(next) {
      @Override
      public void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException {
        for (int from = 0; from < bytes.length; from += piece) {
          byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
          TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) * part.length / bytesPerSecond);
          super.pass(part, System.nanoTime());
        }
      }
    };
  }
}

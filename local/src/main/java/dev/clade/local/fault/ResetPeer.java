package dev.clade.local.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connection is reset instead of passing bytes on.
 *
 * @param after how long after the first bytes; zero for at once
 */
public record ResetPeer(Duration after) implements Toxic {
  @Override
  public Stage on(Stage next) {
    return new ForwardingStage(next) {
      @Override
      public void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(after.toNanos());
        reset();
      }
    };
  }
}

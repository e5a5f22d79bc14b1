package dev.clade.local.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * That the sender has said its last is heard late.
 *
 * @param delay how much later
 */
public record SlowClose(Duration delay) implements Toxic {
  @Override
  public Stage on(Stage next) {
    return new ForwardingStage(next) {
      @Override
      public void end() throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        super.end();
      }
    };
  }
}

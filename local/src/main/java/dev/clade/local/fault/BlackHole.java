package dev.clade.local.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Nothing comes any more, and nobody says so: Toxiproxy's {@code timeout}.
 *
 * @param until how long after the first lost bytes the connection is cut; zero for never
 */
public record BlackHole(Duration until) implements Toxic {
  @Override
  public Stage on(Stage next) {
    return new ForwardingStage(next) {
      @Override
      public void pass(byte[] bytes, long arrivalNanos) throws IOException, InterruptedException {
        if (until.isPositive()) {
          TimeUnit.NANOSECONDS.sleep(until.toNanos());
          cut();
        }
      }

      @Override
      public void end() {}
    };
  }
}

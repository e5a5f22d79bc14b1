package dev.clade.local.fault;

import java.io.IOException;
import java.util.Arrays;

/**
 * The connection is cut after some bytes.
 *
 * @param bytes how many pass, at least 0
 */
public record LimitData(long bytes) implements Toxic {
  @Override
  public Stage on(Stage next) {
    return new ForwardingStage(next) {
      private long left = bytes;

      @Override
      public void pass(byte[] given, long arrivalNanos) throws IOException, InterruptedException {
        int passed = Math.toIntExact(Math.min(left, given.length));
        left -= passed;
        if (passed > 0) {
          super.pass(Arrays.copyOf(given, passed), arrivalNanos);
        }
        if (left == 0) {
          cut();
        }
      }
    };
  }
}

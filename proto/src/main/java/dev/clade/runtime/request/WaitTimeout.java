package dev.clade.runtime.request;

import com.google.longrunning.WaitOperationRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.time.Duration;

/** How long a call waits for an operation: as long as it asks, but a minute at most. */
public final class WaitTimeout {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private WaitTimeout() {}

  /**
   * Returns how long to wait; a minute when the request does not say.
   *
   * @throws CladeException {@link Reason#FIELD_OUT_OF_RANGE} when the time is negative
   */
  public static Duration of(WaitOperationRequest request) {
    if (!request.hasTimeout()) {
      return LONGEST;
    }
    long seconds = request.getTimeout().getSeconds();
    if (seconds < 0 || request.getTimeout().getNanos() < 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "timeout", seconds + " s", "must be at least 0");
    }
    Duration asked =
        Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()), request.getTimeout().getNanos());
    return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }
}

package dev.clade.valuation.worker.grpc;

import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.grpc.Status;
import java.time.Duration;
import java.util.function.Supplier;

/** Repeats calls that a service answers with UNAVAILABLE, for a while; AIP-194. */
final class Patience {
  private static final Duration FIRST_DELAY = Duration.ofMillis(200);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

  private Patience() {}

  /**
   * Returns what a call returns.
   *
   * @param longest how long to go on repeating
   * @throws CladeException what the service said, or the last outage
   */
  static <T> T call(Duration longest, Supplier<T> call) {
    RetryPolicy<T> policy =
        RetryPolicy.<T>builder()
            .handleIf(
                failure ->
                    failure instanceof CladeException e
                        && e.reason().code() == Status.Code.UNAVAILABLE)
            .withMaxAttempts(-1)
            .withMaxDuration(longest)
            .withBackoff(FIRST_DELAY, LONGEST_DELAY)
            .build();
    return Failsafe.with(policy).get(() -> TypedErrors.call(call));
  }
}

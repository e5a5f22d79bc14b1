package dev.clade.runtime.grpc;

import com.google.common.base.Throwables;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Turns whatever failed into a failure that a caller may see. Callers of another kind than gRPC,
 * such as a job that stores why it failed, use it too.
 */
public final class FailureTranslator {
  /** Metadata key of the number under which the server's log keeps an internal failure. */
  public static final String INCIDENT = "incident";

  private FailureTranslator() {}

  /**
   * Returns the failure to tell: the first cause that is meant for callers, a catalogued one for
   * what is known of connections and cancellation, and otherwise {@link Reason#INTERNAL} with an
   * incident number in place of any detail. What was translated already comes back the same.
   *
   * @param failure what happened; becomes the cause of the answer unless it is the answer
   */
  public static CladeException translate(Throwable failure) {
    for (Throwable link : Throwables.getCausalChain(failure)) {
      Optional<CladeException> known = known(link);
      if (known.isPresent()) {
        return known.get();
      }
    }
    String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return new CladeException(
        Reason.INTERNAL,
        "the service failed; its log tells more under incident " + incident,
        Map.of(INCIDENT, incident),
        failure);
  }

  private static Optional<CladeException> known(Throwable link) {
    return switch (link) {
      case CladeException clade -> Optional.of(clade);
      case StatusRuntimeException _, StatusException _ ->
          ErrorStatus.fromStatus(link).or(() -> ErrorStatus.fromForeignStatus(link));
      case Throwable other when DatabaseFailures.isUnavailable(other) ->
          Optional.of(
              new CladeException(
                  Reason.DATABASE_UNAVAILABLE,
                  "the database cannot be reached or does not answer; try again",
                  Map.of(),
                  other));
      default -> Optional.empty();
    };
  }
}

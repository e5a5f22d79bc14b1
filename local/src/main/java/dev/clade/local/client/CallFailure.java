package dev.clade.local.client;

import dev.clade.runtime.client.TlsFailure;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/** A call that failed, told in one sentence for people. */
public final class CallFailure extends RuntimeException {
  private final transient Optional<Reason> reason;

  private CallFailure(String message, Optional<Reason> reason, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns the failure that a gRPC status of the service at an address tells of. */
  public static CallFailure of(StatusRuntimeException thrown, String service, Address address) {
    Optional<CladeException> known = ErrorStatus.fromStatus(thrown);
    if (known.isPresent()) {
      return new CallFailure(known.get().getMessage(), Optional.of(known.get().reason()), thrown);
    }
    Status status = thrown.getStatus();
    return new CallFailure(
        switch (status.getCode()) {
          case UNAVAILABLE -> unavailable(thrown, service, address);
          case DEADLINE_EXCEEDED ->
              "the %s service at %s did not answer in time".formatted(service, address);
          default ->
              "the %s service failed: %s%s"
                  .formatted(
                      service,
                      status.getCode(),
                      status.getDescription() == null ? "" : ", " + status.getDescription());
        },
        Optional.empty(),
        thrown);
  }

  private static String unavailable(Throwable thrown, String service, Address address) {
    return TlsFailure.of(thrown)
        .map(
            words ->
                "the %s service at %s cannot be called safely: %s"
                    .formatted(service, address, words))
        .orElseGet(
            () ->
                "the %s service at %s cannot be reached; start the mesh with ./clade up"
                    .formatted(service, address));
  }

  /** Returns the catalogued reason, if the service gave one. */
  public Optional<Reason> reason() {
    return reason;
  }
}

package dev.clade.local.fuzz;

import com.google.rpc.ErrorInfo;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says what is wrong with how a call ended. */
final class Oracle {
  /** What each service takes, as its configuration says. */
  private static final int LARGEST = 2 << 20;

  private static final int LARGEST_OF_VALUATION = 6 << 20;

  /** More than this gRPC's client does not send. */
  private static final int LARGEST_HEADERS = 7_500;

  /** gRPC's own services have codes and no reasons. */
  private static final String FOREIGN = "grpc.";

  private Oracle() {}

  /** Returns what is wrong, or nothing. */
  static Optional<String> judge(FuzzCase sent, Outcome outcome) {
    if (outcome.status().isOk() || outcome.byClient()) {
      return Optional.empty();
    }
    return outcome
        .info()
        .map(info -> judgeReason(outcome, info))
        .orElseGet(() -> judgeCode(sent, outcome));
  }

  private static Optional<String> judgeReason(Outcome outcome, ErrorInfo info) {
    Optional<Reason> reason =
        Arrays.stream(Reason.values())
            .filter(each -> each.name().equals(info.getReason()))
            .findFirst();
    if (!info.getDomain().equals(ErrorStatus.DOMAIN) || reason.isEmpty()) {
      return Optional.of("a reason that is not catalogued: " + info);
    }
    if (reason.get() == Reason.INTERNAL) {
      return Optional.of("a fault of the service: " + outcome.status());
    }
    if (reason.get().code() != outcome.status().getCode()) {
      return Optional.of("%s is no code of %s".formatted(outcome.status().getCode(), reason.get()));
    }
    return leak(outcome, info);
  }

  private static Optional<String> leak(Outcome outcome, ErrorInfo info) {
    return Leaks.in(
            String.valueOf(outcome.status().getDescription()), info.getMetadataMap().values())
        .map(found -> "tells \"%s\": %s".formatted(found, outcome.status()));
  }

  /** Without a reason the transport has refused the call, or gRPC's client ended it. */
  private static Optional<String> judgeCode(FuzzCase sent, Outcome outcome) {
    Status status = outcome.status();
    boolean expected =
        switch (status.getCode()) {
          case RESOURCE_EXHAUSTED -> sent.largest() > largest(sent.method().service());
          case INTERNAL, CANCELLED ->
              !sent.wellFormed() || !sent.fits() || sent.headerBytes() > LARGEST_HEADERS;
          case DEADLINE_EXCEEDED -> sent.method().waits() || !sent.fits();
          case NOT_FOUND -> sent.method().name().startsWith(FOREIGN);
          default -> false;
        };
    if (!expected) {
      return Optional.of("no reason with " + status);
    }
    return outcome.told()
        ? Leaks.in(Objects.requireNonNullElse(status.getDescription(), ""), List.of())
            .map(found -> "tells \"%s\": %s".formatted(found, status))
        : Optional.empty();
  }

  private static int largest(Service service) {
    return service == Service.VALUATION ? LARGEST_OF_VALUATION : LARGEST;
  }
}

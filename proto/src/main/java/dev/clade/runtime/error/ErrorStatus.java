package dev.clade.runtime.error;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Maps failures to gRPC statuses with {@code google.rpc.ErrorInfo} (AIP-193) and back. */
public final class ErrorStatus {
  /** The {@code domain} of Clade's errors. */
  public static final String DOMAIN = "clade.dev";

  private ErrorStatus() {}

  /** Returns the status that tells a client of a failure: code, message and {@code ErrorInfo}. */
  public static StatusRuntimeException toStatus(CladeException failure) {
    return StatusProto.toStatusRuntimeException(toMessage(failure));
  }

  /** Returns the same status as a message, as operations that failed carry it. */
  public static com.google.rpc.Status toMessage(CladeException failure) {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setReason(failure.reason().name())
            .setDomain(DOMAIN)
            .putAllMetadata(failure.metadata())
            .build();
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(failure.reason().code().value())
            .setMessage(failure.getMessage())
            .addDetails(Any.pack(info));
    failure.retryDelay().ifPresent(delay -> status.addDetails(Any.pack(retryInfo(delay))));
    return status.build();
  }

  /**
   * Returns the failure that a status tells of, or nothing when the status is not one of Clade's or
   * has a reason newer than this catalogue.
   */
  public static Optional<CladeException> fromStatus(Throwable thrown) {
    com.google.rpc.Status status = StatusProto.fromThrowable(thrown);
    if (status == null) {
      return Optional.empty();
    }
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(ErrorInfo.class))
        .flatMap(detail -> unpack(detail, ErrorInfo.class).stream())
        .filter(info -> info.getDomain().equals(DOMAIN))
        .findFirst()
        .flatMap(
            info ->
                Arrays.stream(Reason.values())
                    .filter(reason -> reason.name().equals(info.getReason()))
                    .findFirst()
                    .map(
                        reason ->
                            new CladeException(
                                reason, status.getMessage(), info.getMetadataMap(), thrown)))
        .map(failure -> retryDelay(status).map(failure::retryAfter).orElse(failure));
  }

  private static Optional<Duration> retryDelay(com.google.rpc.Status status) {
    return status.getDetailsList().stream()
        .filter(detail -> detail.is(RetryInfo.class))
        .flatMap(detail -> unpack(detail, RetryInfo.class).stream())
        .findFirst()
        .map(RetryInfo::getRetryDelay)
        .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos()));
  }

  /**
   * Returns what to make of a status that gRPC itself or a foreign service made, or nothing when
   * its code says too little. Its description, which may tell addresses and classes, is only kept
   * as the cause.
   */
  public static Optional<CladeException> fromForeignStatus(Throwable thrown) {
    return switch (io.grpc.Status.fromThrowable(thrown).getCode()) {
      case CANCELLED -> catalogued(Reason.CALL_CANCELLED, "the call was cancelled", thrown);
      case DEADLINE_EXCEEDED ->
          catalogued(Reason.DEADLINE_EXCEEDED, "the call's deadline passed before its end", thrown);
      case UNIMPLEMENTED ->
          catalogued(Reason.METHOD_UNIMPLEMENTED, "the method is not implemented", thrown);
      case UNAVAILABLE ->
          catalogued(
              Reason.DEPENDENCY_UNAVAILABLE,
              "a service that is needed cannot be reached; try again",
              thrown);
      default -> Optional.empty();
    };
  }

  /** Returns the failure of a call whose status says nothing that the catalogue knows. */
  public static CladeException unexpected(Throwable thrown) {
    return new CladeException(
        Reason.INTERNAL,
        "the call failed with " + io.grpc.Status.fromThrowable(thrown).getCode(),
        Map.of(),
        thrown);
  }

  private static Optional<CladeException> catalogued(
      Reason reason, String message, Throwable cause) {
    return Optional.of(new CladeException(reason, message, Map.of(), cause));
  }

  private static RetryInfo retryInfo(Duration delay) {
    return RetryInfo.newBuilder()
        .setRetryDelay(
            com.google.protobuf.Duration.newBuilder()
                .setSeconds(delay.getSeconds())
                .setNanos(delay.getNano()))
        .build();
  }

  private static <T extends Message> Optional<T> unpack(Any detail, Class<T> type) {
    try {
      return Optional.of(detail.unpack(type));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}

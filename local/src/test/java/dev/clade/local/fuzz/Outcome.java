package dev.clade.local.fuzz;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param status its status as the client has it
 * @param trailers what came with it
 * @param byClient whether the client itself had ended it before
 */
record Outcome(Status status, Metadata trailers, boolean byClient) {
  private static final Metadata.Key<com.google.rpc.Status> DETAILS =
      Metadata.Key.of(
          "grpc-status-details-bin",
          ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

  /** Returns the reason that the server gave. */
  Optional<ErrorInfo> info() {
    com.google.rpc.Status told = trailers == null ? null : trailers.get(DETAILS);
    return told == null
        ? Optional.empty()
        : told.getDetailsList().stream()
            .filter(detail -> detail.is(ErrorInfo.class))
            .findFirst()
            .flatMap(Outcome::unpack);
  }

  /**
   * Returns whether the status is the server's, and not what the client made of a lost stream or of
   * its own deadline.
   */
  boolean told() {
    return status.getCause() == null
        && status.getCode() != Status.Code.DEADLINE_EXCEEDED
        && !String.valueOf(status.getDescription()).contains("RST_STREAM")
        && !String.valueOf(status.getDescription()).contains("GOAWAY");
  }

  /** Returns the status in one word: the reason, if there is one, and otherwise the code. */
  String word() {
    return info().map(ErrorInfo::getReason).orElse(status.getCode().name());
  }

  private static Optional<ErrorInfo> unpack(Any detail) {
    try {
      return Optional.of(detail.unpack(ErrorInfo.class));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}

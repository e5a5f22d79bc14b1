package dev.clade.runtime.grpc;

import com.google.common.io.BaseEncoding;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Answers calls of gRPC that never reach an interceptor, with a status and nothing else. */
public final class TrailersOnly {
  private static final String GRPC = "application/grpc";
  private static final int OK = 200;

  private TrailersOnly() {}

  /** Returns whether a request is a call of gRPC. */
  public static boolean suits(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith(GRPC);
  }

  /**
   * Puts a failure into the head of a response, whose content must stay empty.
   *
   * @param failure whose message is plain ASCII without {@code %}
   */
  public static HttpServerResponse put(HttpServerResponse response, CladeException failure) {
    com.google.rpc.Status status = ErrorStatus.toMessage(failure);
    return response
        .setStatusCode(OK)
        .putHeader(HttpHeaders.CONTENT_TYPE, GRPC)
        .putHeader("grpc-status", Integer.toString(status.getCode()))
        .putHeader("grpc-message", status.getMessage())
        .putHeader(
            "grpc-status-details-bin",
            BaseEncoding.base64().omitPadding().encode(status.toByteArray()));
  }
}

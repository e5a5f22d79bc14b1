package dev.clade.runtime.error;

/**
 * How a failure is told over HTTP (AIP-193).
 *
 * @param code the response's status, by the mapping of {@code google.rpc.Code}
 * @param name name of the gRPC code, such as {@code NOT_FOUND}
 */
public record HttpStatus(int code, String name) {

  /** Returns the status that goes with a reason. */
  public static HttpStatus of(Reason reason) {
    int code =
        switch (reason.code()) {
          case OK -> 200;
          case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
          case UNAUTHENTICATED -> 401;
          case PERMISSION_DENIED -> 403;
          case NOT_FOUND -> 404;
          case ALREADY_EXISTS, ABORTED -> 409;
          case RESOURCE_EXHAUSTED -> 429;
          case CANCELLED -> 499;
          case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
          case UNIMPLEMENTED -> 501;
          case UNAVAILABLE -> 503;
          case DEADLINE_EXCEEDED -> 504;
        };
    return new HttpStatus(code, reason.code().name());
  }
}

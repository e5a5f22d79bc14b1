package dev.clade.runtime.client;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/** Gives callers the failures that services threw, instead of bare statuses. */
public final class TypedErrors {
  private TypedErrors() {}

  /**
   * Returns what a call returns. To read a stream, read it inside the call.
   *
   * @param call calls a service through a blocking stub
   * @throws CladeException when the call fails: the failure that the service told, or one with a
   *     reason that fits the bare status
   */
  public static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      throw of(e);
    }
  }

  /** Returns the failure that a status tells of, for callers who receive statuses otherwise. */
  public static CladeException of(Throwable thrown) {
    return ErrorStatus.fromStatus(thrown)
        .or(() -> ErrorStatus.fromForeignStatus(thrown))
        .orElseGet(() -> ErrorStatus.unexpected(thrown));
  }
}

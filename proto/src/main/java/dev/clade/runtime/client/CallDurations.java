package dev.clade.runtime.client;

import io.grpc.Status;
import java.time.Duration;

/** Is told of calls that ended. */
@FunctionalInterface
public interface CallDurations {
  /** Keeps nothing. */
  CallDurations NONE = (method, code, took) -> {};

  /**
   * Takes a call in; any thread may tell.
   *
   * @param method full name of the method
   * @param code how the call ended
   * @param took time from its start to its end
   */
  void ended(String method, Status.Code code, Duration took);
}

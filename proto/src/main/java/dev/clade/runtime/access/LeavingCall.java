package dev.clade.runtime.access;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/** A call that gives its room free when its handler ends it. */
final class LeavingCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
  private final Runnable leave;

  LeavingCall(ServerCall<Q, R> call, Runnable leave) {
    super(call);
    this.leave = leave;
  }

  @Override
  public void close(Status status, Metadata trailers) {
    leave.run();
    super.close(status, trailers);
  }
}

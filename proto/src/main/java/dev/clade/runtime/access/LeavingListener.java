package dev.clade.runtime.access;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;

/** Gives a call's room free when it ends otherwise than by its handler. */
final class LeavingListener<Q> extends SimpleForwardingServerCallListener<Q> {
  private final Runnable leave;

  LeavingListener(ServerCall.Listener<Q> handler, Runnable leave) {
    super(handler);
    this.leave = leave;
  }

  @Override
  public void onCancel() {
    leave.run();
    super.onCancel();
  }

  @Override
  public void onComplete() {
    leave.run();
    super.onComplete();
  }
}

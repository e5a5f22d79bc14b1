package dev.clade.runtime.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call that ends once, by its handler or by something else, whichever comes first. What a handler
 * still says after that is dropped: written to a stream that the client has reset, it would cost
 * all calls of the connection.
 */
final class EndingCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Runnable afterClose;

  /**
   * Creates a call.
   *
   * @param afterClose runs when the handler has ended the call
   */
  EndingCall(ServerCall<Q, R> call, Runnable afterClose) {
    super(call);
    this.afterClose = afterClose;
  }

  /** Ends the call without an answer; returns whether it had not ended before. */
  boolean tryEnd() {
    return ended.compareAndSet(false, true);
  }

  /** Ends the call with a status; returns whether it had not ended before. */
  boolean tryClose(Status status, Metadata trailers) {
    boolean first = tryEnd();
    if (first) {
      super.close(status, trailers);
    }
    return first;
  }

  /** Tells that nobody waits for an answer any more. */
  @Override
  public boolean isCancelled() {
    return ended.get() || super.isCancelled();
  }

  @Override
  public void sendHeaders(Metadata headers) {
    if (!ended.get()) {
      super.sendHeaders(headers);
    }
  }

  @Override
  public void sendMessage(R message) {
    if (!ended.get()) {
      super.sendMessage(message);
    }
  }

  @Override
  public void close(Status status, Metadata trailers) {
    if (tryClose(status, trailers)) {
      afterClose.run();
    }
  }
}

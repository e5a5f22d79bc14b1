package dev.clade.runtime.access;

import io.grpc.ServerCall;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Keeps what happens to a call until its handler may start, then hands it on in order. Used in the
 * call's own context only, so by one thread at a time.
 */
final class PostponedListener<Q> extends ServerCall.Listener<Q> {
  private final Queue<Consumer<ServerCall.Listener<Q>>> events = new ArrayDeque<>();
  private ServerCall.Listener<Q> handler;

  /** Hands everything to a handler, from now on at once. */
  void continueWith(ServerCall.Listener<Q> started) {
    handler = started;
    while (!events.isEmpty()) {
      events.remove().accept(started);
    }
  }

  private void hand(Consumer<ServerCall.Listener<Q>> event) {
    if (handler == null) {
      events.add(event);
    } else {
      event.accept(handler);
    }
  }

  @Override
  public void onMessage(Q message) {
    hand(listener -> listener.onMessage(message));
  }

  @Override
  public void onHalfClose() {
    hand(ServerCall.Listener::onHalfClose);
  }

  @Override
  public void onCancel() {
    hand(ServerCall.Listener::onCancel);
  }

  @Override
  public void onComplete() {
    hand(ServerCall.Listener::onComplete);
  }

  @Override
  public void onReady() {
    hand(ServerCall.Listener::onReady);
  }
}

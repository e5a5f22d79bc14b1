package dev.clade.runtime.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Sends a stream at the client's pace: asks for the next message when the last one is on its way.
 */
final class PacedStream<T> implements Subscriber<T> {
  private final ServerCallStreamObserver<T> call;
  private final Consumer<Throwable> fail;
  private final AtomicBoolean asking = new AtomicBoolean(true);
  private volatile Subscription subscription;

  /** Prepares a call; must be done before the service method returns. */
  PacedStream(ServerCallStreamObserver<T> call, Consumer<Throwable> fail) {
    this.call = call;
    this.fail = fail;
    call.setOnReadyHandler(this::askIfReady);
    call.setOnCancelHandler(this::cancel);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    asking.set(false);
    if (call.isCancelled()) {
      given.cancel();
    } else {
      askIfReady();
    }
  }

  @Override
  public void onNext(T message) {
    call.onNext(message);
    asking.set(false);
    askIfReady();
  }

  @Override
  public void onError(Throwable failure) {
    fail.accept(failure);
  }

  @Override
  public void onComplete() {
    call.onCompleted();
  }

  private void askIfReady() {
    if (call.isReady() && asking.compareAndSet(false, true)) {
      subscription.request(1);
    }
  }

  private void cancel() {
    Subscription given = subscription;
    if (given != null) {
      given.cancel();
    }
  }
}

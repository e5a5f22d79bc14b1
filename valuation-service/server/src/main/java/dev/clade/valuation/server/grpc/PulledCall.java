package dev.clade.valuation.server.grpc;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** An open call to another service, whose messages are read as fast as they are asked for. */
final class PulledCall<Q, R> implements ClientResponseObserver<Q, R>, Flow.Subscription {
  private final Flow.Subscriber<? super R> subscriber;
  private ClientCallStreamObserver<Q> call;
  private boolean begun;
  private Optional<Throwable> early = Optional.empty();

  private PulledCall(Flow.Subscriber<? super R> subscriber) {
    this.subscriber = subscriber;
  }

  /**
   * Returns the messages of a call, which begins anew for everybody who subscribes.
   *
   * @param begin begins it
   */
  static <Q, R> Flow.Publisher<R> of(Consumer<ClientResponseObserver<Q, R>> begin) {
    return subscriber -> {
      PulledCall<Q, R> call = new PulledCall<>(subscriber);
      begin.accept(call);
      subscriber.onSubscribe(call);
      call.begin();
    };
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> opening) {
    call = opening;
    // A message comes only once it is requested, which must not be before the call has started.
    opening.disableAutoRequestWithInitial(0);
  }

  @Override
  public void onNext(R message) {
    subscriber.onNext(message);
  }

  /** A call may be refused before anybody could subscribe to it. */
  @Override
  public void onError(Throwable failure) {
    synchronized (this) {
      if (!begun) {
        early = Optional.of(failure);
        return;
      }
    }
    subscriber.onError(failure);
  }

  @Override
  public void onCompleted() {
    subscriber.onComplete();
  }

  @Override
  public void request(long count) {
    call.request((int) Math.min(count, Integer.MAX_VALUE));
  }

  @Override
  public void cancel() {
    call.cancel("no longer read", null);
  }

  private void begin() {
    synchronized (this) {
      begun = true;
    }
    early.ifPresent(subscriber::onError);
  }
}

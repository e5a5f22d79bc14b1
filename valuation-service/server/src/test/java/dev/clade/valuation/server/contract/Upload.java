package dev.clade.valuation.server.contract;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** An upload, message by message. */
final class Upload<Q, R> implements ClientResponseObserver<Q, R> {
  private final CompletableFuture<R> answer = new CompletableFuture<>();
  private ClientCallStreamObserver<Q> call;

  /** Begins. */
  Upload(Consumer<ClientResponseObserver<Q, R>> begin) {
    begin.accept(this);
  }

  /** Sends messages, at whatever pace. */
  void send(List<Q> messages) {
    for (Q message : messages) {
      if (!answer.isDone()) {
        call.onNext(message);
      }
    }
  }

  /** Breaks off. */
  void cut() {
    call.cancel("cut by the test", null);
  }

  /** Ends and returns the answer; throws what the service answers. */
  R end() {
    if (!answer.isDone()) {
      call.onCompleted();
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
  }

  @Override
  public void onNext(R response) {
    answer.complete(response);
  }

  @Override
  public void onError(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    answer.completeExceptionally(new AssertionError("no answer"));
  }
}

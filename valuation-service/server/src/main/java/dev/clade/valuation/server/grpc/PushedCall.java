package dev.clade.valuation.server.grpc;

import dev.clade.runtime.error.CladeException;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An open call that sends messages to lineage-service, for a thread that may block: it waits as
 * long as the other side takes no more. The call's deadline ends all waiting.
 */
final class PushedCall<Q, R> implements ClientResponseObserver<Q, R> {
  private final CompletableFuture<R> answer = new CompletableFuture<>();
  private final Object readiness = new Object();
  private ClientCallStreamObserver<Q> call;

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
    call.setOnReadyHandler(this::wake);
  }

  @Override
  public void onNext(R response) {
    answer.complete(response);
  }

  @Override
  public void onError(Throwable failure) {
    answer.completeExceptionally(failure);
    wake();
  }

  @Override
  public void onCompleted() {
    answer.completeExceptionally(
        Status.INTERNAL.withDescription("lineage-service answered nothing").asRuntimeException());
    wake();
  }

  /**
   * Sends a message when the other side can take it.
   *
   * @throws CladeException what lineage-service said, if it has ended the call
   */
  void send(Q message) throws InterruptedException {
    synchronized (readiness) {
      while (!call.isReady() && !answer.isDone()) {
        readiness.wait();
      }
    }
    if (answer.isCompletedExceptionally()) {
      answer();
    }
    call.onNext(message);
  }

  /**
   * Ends the messages and waits for the answer.
   *
   * @throws CladeException what lineage-service said
   */
  R finish() {
    if (!answer.isDone()) {
      call.onCompleted();
    }
    return answer();
  }

  /** Breaks off. */
  void cut() {
    call.cancel("the worker broke off", null);
  }

  private R answer() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw LineageChannel.failure(e.getCause());
    }
  }

  private void wake() {
    synchronized (readiness) {
      readiness.notifyAll();
    }
  }
}

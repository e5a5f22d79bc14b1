package dev.clade.runtime.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers calls with what a feature returns, thrown failures included. */
@ApplicationScoped
public class Replies {
  private final ExceptionHandlerProvider errors;

  @Inject
  Replies(ExceptionHandlerProvider errors) {
    this.errors = errors;
  }

  /** Answers with one message. */
  public <T> void unary(StreamObserver<T> client, Supplier<Uni<? extends T>> answer) {
    Uni.createFrom()
        .deferred(answer)
        .subscribe()
        .with(message -> send(client, message), failure -> fail(client, failure));
  }

  /** Answers with one message that is made here and now. */
  public <T> void blocking(StreamObserver<T> client, Supplier<? extends T> answer) {
    unary(client, () -> Uni.createFrom().item(answer.get()));
  }

  /**
   * Answers with one message, made here and now when it can be.
   *
   * @param quick makes the message, or nothing when that takes longer than a call may hold others
   *     up
   * @param thorough makes the message then
   */
  public <T> void quick(
      StreamObserver<T> client,
      Supplier<? extends Optional<? extends T>> quick,
      Supplier<Uni<? extends T>> thorough) {
    Optional<? extends T> message;
    try {
      message = quick.get();
    } catch (RuntimeException e) {
      fail(client, e);
      return;
    }
    message.ifPresentOrElse(found -> send(client, found), () -> unary(client, thorough));
  }

  /** Answers with a stream of messages, each asked for when the client can take it. */
  public <T> void stream(StreamObserver<T> client, Supplier<Multi<? extends T>> answer) {
    ServerCallStreamObserver<T> call = (ServerCallStreamObserver<T>) client;
    PacedStream<T> stream = new PacedStream<>(call, failure -> fail(client, failure));
    Multi.createFrom().deferred(answer).subscribe().withSubscriber(stream);
  }

  /** Ends a call with a failure. */
  public void fail(StreamObserver<?> client, Throwable failure) {
    client.onError(errors.transform(failure));
  }

  private static <T> void send(StreamObserver<T> client, T message) {
    client.onNext(message);
    client.onCompleted();
  }
}

package dev.clade.runtime.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
        .with(
            message -> {
              client.onNext(message);
              client.onCompleted();
            },
            failure -> fail(client, failure));
  }

  /** Answers with one message that is made here and now. */
  public <T> void blocking(StreamObserver<T> client, Supplier<? extends T> answer) {
    unary(client, () -> Uni.createFrom().item(answer.get()));
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
}

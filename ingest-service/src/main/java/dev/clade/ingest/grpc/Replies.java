package dev.clade.ingest.grpc;

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
class Replies {
  private final ExceptionHandlerProvider errors;

  @Inject
  Replies(ExceptionHandlerProvider errors) {
    this.errors = errors;
  }

  /** Answers with one message. */
  <T> void unary(StreamObserver<T> client, Supplier<Uni<? extends T>> answer) {
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

  /** Answers with a stream of messages, each asked for when the client can take it. */
  <T> void stream(StreamObserver<T> client, Supplier<Multi<? extends T>> answer) {
    ServerCallStreamObserver<T> call = (ServerCallStreamObserver<T>) client;
    PacedStream<T> stream = new PacedStream<>(call, failure -> fail(client, failure));
    Multi.createFrom().deferred(answer).subscribe().withSubscriber(stream);
  }

  /** Ends a call with a failure. */
  void fail(StreamObserver<?> client, Throwable failure) {
    client.onError(errors.transform(failure));
  }
}

package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import dev.clade.runtime.client.TypedErrors;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Sends a content in chunks behind a first message, no faster than the service takes them. */
final class ChunkUpload<Q, R> implements ClientResponseObserver<Q, R> {
  private static final int CHUNK_BYTES = 1 << 20;

  private final Q first;
  private final InputStream content;
  private final Function<ByteString, Q> chunk;
  private final CompletableFuture<R> answer = new CompletableFuture<>();
  private ClientCallStreamObserver<Q> call;
  private boolean begun;
  private boolean over;

  /**
   * Prepares a call.
   *
   * @param first says what the content is
   * @param content stays open
   * @param chunk makes the message of some bytes
   */
  ChunkUpload(Q first, InputStream content, Function<ByteString, Q> chunk) {
    this.first = first;
    this.content = content;
    this.chunk = chunk;
  }

  /**
   * Waits for the answer.
   *
   * @throws dev.clade.runtime.error.CladeException what the service said
   */
  R await() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw TypedErrors.of(e.getCause());
    }
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Q> started) {
    call = started;
    call.setOnReadyHandler(this::sendWhileReady);
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
    answer.completeExceptionally(
        Status.INTERNAL.withDescription("the service answered nothing").asRuntimeException());
  }

  private void sendWhileReady() {
    while (call.isReady() && !over) {
      if (!begun) {
        begun = true;
        call.onNext(first);
        continue;
      }
      byte[] bytes;
      try {
        bytes = content.readNBytes(CHUNK_BYTES);
      } catch (IOException e) {
        over = true;
        call.cancel("what is sent cannot be read", e);
        return;
      }
      if (bytes.length > 0) {
        call.onNext(chunk.apply(ByteString.copyFrom(bytes)));
      } else {
        over = true;
        call.onCompleted();
      }
    }
  }
}

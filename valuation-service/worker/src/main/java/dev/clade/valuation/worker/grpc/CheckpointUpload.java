package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;

/** Sends a checkpoint in chunks, no faster than the service takes them. */
final class CheckpointUpload
    implements ClientResponseObserver<UploadCheckpointRequest, UploadCheckpointResponse> {
  private static final int CHUNK_BYTES = 1 << 20;

  private final String name;
  private final ByteString content;
  private final CompletableFuture<Boolean> kept = new CompletableFuture<>();
  private ClientCallStreamObserver<UploadCheckpointRequest> call;
  private boolean named;
  private int sentBytes;
  private boolean over;

  CheckpointUpload(String name, byte[] content) {
    this.name = name;
    this.content = UnsafeByteOperations.unsafeWrap(content);
  }

  /** Returns whether the content is kept, or fails with the call's status. */
  CompletableFuture<Boolean> kept() {
    return kept;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<UploadCheckpointRequest> started) {
    call = started;
    call.setOnReadyHandler(this::sendWhileReady);
  }

  @Override
  public void onNext(UploadCheckpointResponse response) {
    kept.complete(response.getKept());
  }

  @Override
  public void onError(Throwable failure) {
    kept.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    kept.completeExceptionally(
        Status.INTERNAL.withDescription("the service answered nothing").asRuntimeException());
  }

  private void sendWhileReady() {
    while (call.isReady() && !over) {
      if (!named) {
        named = true;
        call.onNext(UploadCheckpointRequest.newBuilder().setName(name).build());
      } else if (sentBytes < content.size()) {
        int end = Math.min(content.size(), sentBytes + CHUNK_BYTES);
        call.onNext(
            UploadCheckpointRequest.newBuilder()
                .setChunk(content.substring(sentBytes, end))
                .build());
        sentBytes = end;
      } else {
        over = true;
        call.onCompleted();
      }
    }
  }
}

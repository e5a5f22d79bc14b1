package dev.clade.valuation.server.contract;

import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceStub;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An upload, message by message. */
final class Upload
    implements ClientResponseObserver<UploadCheckpointRequest, UploadCheckpointResponse> {
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
  private ClientCallStreamObserver<UploadCheckpointRequest> call;

  /** Begins. */
  Upload(WorkerServiceStub workers) {
    workers.uploadCheckpoint(this);
  }

  /** Sends messages, at whatever pace. */
  void send(UploadCheckpointRequest... messages) {
    for (UploadCheckpointRequest message : messages) {
      if (!answer.isDone()) {
        call.onNext(message);
      }
    }
  }

  /** Breaks off. */
  void cut() {
    call.cancel("cut by the test", null);
  }

  /** Ends and returns whether the content is kept; throws what the service answers. */
  boolean end() {
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
  public void beforeStart(ClientCallStreamObserver<UploadCheckpointRequest> started) {
    call = started;
  }

  @Override
  public void onNext(UploadCheckpointResponse response) {
    answer.complete(response.getKept());
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

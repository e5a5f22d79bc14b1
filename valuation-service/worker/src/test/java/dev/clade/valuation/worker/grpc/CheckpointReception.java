package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.BiConsumer;

/** Collects a checkpoint that a worker sends, and checks that it is sent as the contract says. */
final class CheckpointReception implements StreamObserver<UploadCheckpointRequest> {
  private static final int LONGEST_CHUNK = 1 << 20;

  private final BiConsumer<String, ByteString> whole;
  private String name = "";
  private ByteString content = ByteString.EMPTY;

  CheckpointReception(BiConsumer<String, ByteString> whole) {
    this.whole = whole;
  }

  @Override
  public void onNext(UploadCheckpointRequest request) {
    switch (request.getContentCase()) {
      case NAME -> {
        require(name.isEmpty());
        name = request.getName();
      }
      case CHUNK -> {
        require(!name.isEmpty() && request.getChunk().size() <= LONGEST_CHUNK);
        content = content.concat(request.getChunk());
      }
      case CONTENT_NOT_SET -> throw new AssertionError("a message without content");
    }
  }

  @Override
  public void onError(Throwable failure) {
    // Nothing half-sent is kept.
  }

  @Override
  public void onCompleted() {
    require(!name.isEmpty());
    whole.accept(name, content);
  }

  private static void require(boolean asTheContractSays) {
    if (!asTheContractSays) {
      throw new AssertionError("not sent as the contract says");
    }
  }
}

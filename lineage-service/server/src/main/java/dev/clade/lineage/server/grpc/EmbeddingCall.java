package dev.clade.lineage.server.grpc;

import dev.clade.lineage.server.embedding.Embedding;
import dev.clade.lineage.server.embedding.Embeddings;
import dev.clade.lineage.server.embedding.Reception;
import dev.clade.lineage.server.file.StoredFile;
import dev.clade.lineage.server.work.Waiting;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import io.grpc.stub.StreamObserver;

/**
 * One version being uploaded. Its methods are called one after the other, on threads that may
 * block: the next chunk is read when the last one is stored.
 */
final class EmbeddingCall implements StreamObserver<UploadEmbeddingRequest> {
  private final Embeddings embeddings;
  private final Replies replies;
  private final StreamObserver<UploadEmbeddingResponse> client;
  private Reception reception;
  private boolean over;

  EmbeddingCall(
      Embeddings embeddings, Replies replies, StreamObserver<UploadEmbeddingResponse> client) {
    this.embeddings = embeddings;
    this.replies = replies;
    this.client = client;
  }

  @Override
  public void onNext(UploadEmbeddingRequest request) {
    if (over) {
      return;
    }
    try {
      switch (request.getContentCase()) {
        case EMBEDDING -> begin(request);
        case CHUNK -> begun().append(request.getChunk().toByteArray());
        case CONTENT_NOT_SET -> throw CladeException.missingField("content");
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    over = true;
    discard();
  }

  @Override
  public void onCompleted() {
    if (over) {
      return;
    }
    try {
      Reception whole = begun();
      StoredFile file = whole.finish();
      // From here on it may be a version's, whatever becomes of this call.
      reception = null;
      Embedding kept = Waiting.on(() -> embeddings.keep(whole, file));
      client.onNext(
          UploadEmbeddingResponse.newBuilder().setEmbedding(EmbeddingMessages.of(kept)).build());
      client.onCompleted();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void begin(UploadEmbeddingRequest request) {
    if (reception != null) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "embedding",
          request.getEmbedding().getFeatureSet(),
          "must be sent once, and first");
    }
    reception =
        Waiting.on(() -> embeddings.begin(EmbeddingMessages.description(request.getEmbedding())));
  }

  private Reception begun() {
    if (reception == null) {
      throw CladeException.missingField("embedding");
    }
    return reception;
  }

  private void fail(Throwable failure) {
    over = true;
    discard();
    replies.fail(client, failure);
  }

  private void discard() {
    if (reception != null) {
      reception.discard();
    }
  }
}

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
import dev.clade.runtime.grpc.UploadStream;
import io.grpc.stub.StreamObserver;

/**
 * One version being uploaded. Its methods are called one after the other, on threads that may
 * block: the next chunk is read when the last one is stored.
 */
final class EmbeddingCall extends UploadStream<UploadEmbeddingRequest, UploadEmbeddingResponse> {
  private final Embeddings embeddings;
  private Reception reception;

  EmbeddingCall(
      Embeddings embeddings, Replies replies, StreamObserver<UploadEmbeddingResponse> client) {
    super(replies, client);
    this.embeddings = embeddings;
  }

  @Override
  protected void receive(UploadEmbeddingRequest request) {
    switch (request.getContentCase()) {
      case EMBEDDING -> begin(request);
      case CHUNK -> begun().append(request.getChunk().toByteArray());
      case CONTENT_NOT_SET -> throw CladeException.missingField("content");
    }
  }

  @Override
  protected UploadEmbeddingResponse finish() {
    Reception whole = begun();
    StoredFile file = whole.finish();
    // From here on it may be a version's, whatever becomes of this call.
    reception = null;
    Embedding kept = Waiting.on(() -> embeddings.keep(whole, file));
    return UploadEmbeddingResponse.newBuilder().setEmbedding(EmbeddingMessages.of(kept)).build();
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

  @Override
  protected void discard() {
    if (reception != null) {
      reception.discard();
    }
  }
}

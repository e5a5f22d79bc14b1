package dev.clade.valuation.server.grpc;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.grpc.UploadStream;
import dev.clade.valuation.server.credential.RunGuard;
import dev.clade.valuation.server.credential.RunScope;
import dev.clade.valuation.server.embedding.EmbeddingRuns;
import dev.clade.valuation.v1.TrainedEmbedding;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingRequest;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.vertx.VertxContextSupport;
import java.util.List;
import java.util.Map;

/**
 * A version of the embedding on its way from a worker to lineage-service. Its methods are called
 * one after the other, on threads that may block: the next chunk is read when the last one is
 * taken.
 */
final class EmbeddingUpload
    extends UploadStream<
        WorkerServiceUploadEmbeddingRequest, WorkerServiceUploadEmbeddingResponse> {
  private static final int LONGEST_CHUNK = 1 << 20;
  private static final long MOST_BYTES = 1L << 30;

  private final EmbeddingClient lineage;
  private final EmbeddingRuns runs;
  private final RunGuard guard;
  private final RunScope scope;
  private PushedCall<UploadEmbeddingRequest, UploadEmbeddingResponse> onward;
  private long bytes;

  EmbeddingUpload(
      EmbeddingClient lineage,
      EmbeddingRuns runs,
      RunGuard guard,
      RunScope scope,
      Replies replies,
      StreamObserver<WorkerServiceUploadEmbeddingResponse> client) {
    super(replies, client);
    this.lineage = lineage;
    this.runs = runs;
    this.guard = guard;
    this.scope = scope;
  }

  @Override
  protected void receive(WorkerServiceUploadEmbeddingRequest request) throws Throwable {
    switch (request.getContentCase()) {
      case EMBEDDING -> begin(request.getEmbedding());
      case CHUNK -> append(request.getChunk());
      case CONTENT_NOT_SET -> throw CladeException.missingField("content");
    }
  }

  @Override
  protected WorkerServiceUploadEmbeddingResponse finish() throws Throwable {
    if (bytes == 0) {
      throw CladeException.missingField(onward == null ? "embedding" : "chunk");
    }
    String name = onward.finish().getEmbedding().getName();
    return WorkerServiceUploadEmbeddingResponse.newBuilder().setEmbedding(name).build();
  }

  private void begin(TrainedEmbedding trained) throws Throwable {
    if (onward != null) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, "embedding", trained.getLease(), "must be sent once, and first");
    }
    // Not from this thread: database connections belong to event loops.
    EmbeddingRuns.Publishing run =
        VertxContextSupport.subscribeAndAwait(
            () ->
                guard
                    .requireLeases(scope, List.of(trained.getLease()))
                    .chain(() -> runs.publishing(trained.getLease())));
    onward = new PushedCall<>();
    lineage.upload(onward);
    onward.send(
        UploadEmbeddingRequest.newBuilder()
            .setEmbedding(
                Embedding.newBuilder()
                    .setFeatureSet(run.featureSet())
                    .setValuation(run.valuation())
                    .putAllMetrics(trained.getMetricsMap()))
            .build());
  }

  private void append(ByteString chunk) throws InterruptedException {
    if (onward == null) {
      throw CladeException.missingField("embedding");
    }
    if (chunk.size() > LONGEST_CHUNK) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, "chunk", chunk.size() + " bytes", "must have at most 1 MiB");
    }
    bytes += chunk.size();
    if (bytes > MOST_BYTES) {
      throw new CladeException(
          Reason.REQUEST_TOO_LARGE,
          "a version must have at most 1 GiB; this one has more",
          Map.of("field", "chunk", "rule", "at most 1 GiB in all"));
    }
    onward.send(UploadEmbeddingRequest.newBuilder().setChunk(chunk).build());
  }

  @Override
  protected void discard() {
    if (onward != null) {
      onward.cut();
    }
  }
}

package dev.clade.lineage.server.embedding;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.testing.SmallVersion;
import dev.clade.embedding.version.EmbeddingFormat;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.lineage.server.feature.FeatureServerTest;
import dev.clade.lineage.v1.Embedding;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetEmbeddingRequest;
import dev.clade.lineage.v1.ServeEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A test that uploads versions. */
abstract class EmbeddingServerTest extends FeatureServerTest {
  private static final int CHUNK = 300_000;

  /** Returns a version that was made from the records of a set. */
  static EmbeddingVersion version(List<RepositoryRecord> records, int refreshes) {
    return SmallVersion.of(records, refreshes);
  }

  static ByteString file(EmbeddingVersion version) throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    EmbeddingFormat.write(version, bytes);
    return bytes.toByteString();
  }

  static Embedding.Builder of(FeatureSet set) {
    return Embedding.newBuilder().setFeatureSet(set.getName()).putMetrics("link_mrr", 0.25);
  }

  /** Sends messages as one upload. */
  final Embedding upload(List<UploadEmbeddingRequest> messages) {
    CompletableFuture<Embedding> answer = new CompletableFuture<>();
    StreamObserver<UploadEmbeddingRequest> call =
        EmbeddingServiceGrpc.newStub(client.channel()).uploadEmbedding(new Answer(answer));
    messages.forEach(call::onNext);
    call.onCompleted();
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw Status.fromThrowable(e.getCause())
          .asRuntimeException(Status.trailersFromThrowable(e.getCause()));
    }
  }

  /** Uploads a file in parts. */
  final Embedding upload(Embedding.Builder description, ByteString file) {
    List<UploadEmbeddingRequest> messages = new ArrayList<>();
    messages.add(UploadEmbeddingRequest.newBuilder().setEmbedding(description).build());
    for (int start = 0; start < file.size(); start += CHUNK) {
      messages.add(chunk(file.substring(start, Math.min(file.size(), start + CHUNK))));
    }
    return upload(messages);
  }

  static UploadEmbeddingRequest chunk(ByteString bytes) {
    return UploadEmbeddingRequest.newBuilder().setChunk(bytes).build();
  }

  /** Waits until a version is no longer being encoded. */
  final Embedding ended(Embedding embedding) {
    eventually(
        () -> assertThat(get(embedding).getState()).isNotEqualTo(Embedding.State.STATE_ENCODING));
    return get(embedding);
  }

  final Embedding get(Embedding embedding) {
    return embeddings
        .getEmbedding(GetEmbeddingRequest.newBuilder().setName(embedding.getName()).build())
        .getEmbedding();
  }

  final Embedding serve(Embedding embedding) {
    return embeddings
        .serveEmbedding(ServeEmbeddingRequest.newBuilder().setName(embedding.getName()).build())
        .getEmbedding();
  }

  private record Answer(CompletableFuture<Embedding> future)
      implements StreamObserver<UploadEmbeddingResponse> {
    @Override
    public void onNext(UploadEmbeddingResponse message) {
      future.complete(message.getEmbedding());
    }

    @Override
    public void onError(Throwable failure) {
      future.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}

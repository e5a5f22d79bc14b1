package dev.clade.valuation.server.grpc;

import com.google.protobuf.ByteString;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.EmbeddingServiceGrpc.EmbeddingServiceStub;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.GetFeatureSetResponse;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetResponse;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.embedding.FeatureSetSource;
import io.grpc.stub.ClientResponseObserver;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Feature sets and versions of the embedding, kept by {@code clade.lineage.v1.EmbeddingService}.
 */
@Singleton
final class EmbeddingClient implements FeatureSetSource {
  private final LineageChannel lineage;

  @Inject
  EmbeddingClient(LineageChannel lineage) {
    this.lineage = lineage;
  }

  @Override
  public Uni<Void> requireReady(String name) {
    GetFeatureSetRequest request = GetFeatureSetRequest.newBuilder().setName(name).build();
    return Multi.createFrom()
        .<GetFeatureSetResponse>publisher(
            PulledCall.of(
                answer ->
                    stub().withDeadlineAfter(lineage.deadline()).getFeatureSet(request, answer)))
        .toUni()
        .onFailure()
        .transform(LineageChannel::failure)
        .invoke(response -> requireReady(response.getFeatureSet()))
        .replaceWithVoid();
  }

  @Override
  public Multi<ByteString> content(String name) {
    StreamFeatureSetRequest request = StreamFeatureSetRequest.newBuilder().setName(name).build();
    return Multi.createFrom()
        .<StreamFeatureSetResponse>publisher(
            PulledCall.of(
                answers ->
                    stub()
                        .withDeadlineAfter(lineage.transferDeadline())
                        .streamFeatureSet(request, answers)))
        .map(StreamFeatureSetResponse::getChunk)
        .onFailure()
        .transform(LineageChannel::failure);
  }

  /** Begins to hand a version over. */
  void upload(ClientResponseObserver<UploadEmbeddingRequest, UploadEmbeddingResponse> call) {
    var unused = stub().withDeadlineAfter(lineage.transferDeadline()).uploadEmbedding(call);
  }

  private EmbeddingServiceStub stub() {
    return EmbeddingServiceGrpc.newStub(lineage.open());
  }

  private static void requireReady(FeatureSet set) {
    if (set.getState() != FeatureSet.State.STATE_READY) {
      throw new CladeException(
          Reason.FEATURE_SET_NOT_READY,
          set.getState() == FeatureSet.State.STATE_FAILED
              ? "\"%s\" could not be made; make another".formatted(set.getName())
              : "\"%s\" is still being made; wait for it".formatted(set.getName()),
          Map.of("resource", set.getName()));
    }
  }
}

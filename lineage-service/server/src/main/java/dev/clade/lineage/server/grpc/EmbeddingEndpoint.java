package dev.clade.lineage.server.grpc;

import com.google.protobuf.UnsafeByteOperations;
import dev.clade.lineage.server.embedding.Embedding;
import dev.clade.lineage.server.embedding.EmbeddingStore;
import dev.clade.lineage.server.embedding.Embeddings;
import dev.clade.lineage.server.feature.FeatureSets;
import dev.clade.lineage.v1.CreateFeatureSetRequest;
import dev.clade.lineage.v1.CreateFeatureSetResponse;
import dev.clade.lineage.v1.EmbeddingServiceGrpc.EmbeddingServiceImplBase;
import dev.clade.lineage.v1.GetEmbeddingRequest;
import dev.clade.lineage.v1.GetEmbeddingResponse;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.GetFeatureSetResponse;
import dev.clade.lineage.v1.ListEmbeddingsRequest;
import dev.clade.lineage.v1.ListEmbeddingsResponse;
import dev.clade.lineage.v1.ServeEmbeddingRequest;
import dev.clade.lineage.v1.ServeEmbeddingResponse;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetResponse;
import dev.clade.lineage.v1.UploadEmbeddingRequest;
import dev.clade.lineage.v1.UploadEmbeddingResponse;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.request.RequestFingerprint;
import dev.clade.runtime.request.RequestId;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;

/** The contract {@code clade.lineage.v1.EmbeddingService}. */
@GrpcService
class EmbeddingEndpoint extends EmbeddingServiceImplBase {
  private static final PageSize PAGE_SIZE = new PageSize(50, 200);

  private final FeatureSets sets;
  private final Embeddings embeddings;
  private final Replies replies;

  @Inject
  EmbeddingEndpoint(FeatureSets sets, Embeddings embeddings, Replies replies) {
    this.sets = sets;
    this.embeddings = embeddings;
    this.replies = replies;
  }

  @Override
  public void createFeatureSet(
      CreateFeatureSetRequest request, StreamObserver<CreateFeatureSetResponse> client) {
    replies.unary(
        client,
        () ->
            sets.create(
                    RequestId.parse(request.getRequestId()),
                    RequestFingerprint.of(request, "request_id").toString(),
                    EmbeddingMessages.snapshot(request))
                .map(EmbeddingMessages::of)
                .map(set -> CreateFeatureSetResponse.newBuilder().setFeatureSet(set).build()));
  }

  @Override
  public void getFeatureSet(
      GetFeatureSetRequest request, StreamObserver<GetFeatureSetResponse> client) {
    replies.unary(
        client,
        () ->
            sets.get(EmbeddingMessages.featureSet(request.getName()))
                .map(EmbeddingMessages::of)
                .map(set -> GetFeatureSetResponse.newBuilder().setFeatureSet(set).build()));
  }

  @Override
  public void streamFeatureSet(
      StreamFeatureSetRequest request, StreamObserver<StreamFeatureSetResponse> client) {
    replies.stream(
        client,
        () ->
            sets.ready(EmbeddingMessages.featureSet(request.getName()))
                .onItem()
                .transformToMulti(sets::content)
                .map(
                    chunk ->
                        StreamFeatureSetResponse.newBuilder()
                            .setChunk(UnsafeByteOperations.unsafeWrap(chunk))
                            .build()));
  }

  /** Blocks while it stores a part, which is also what holds a fast client back. */
  @Override
  @Blocking
  public StreamObserver<UploadEmbeddingRequest> uploadEmbedding(
      StreamObserver<UploadEmbeddingResponse> client) {
    return new EmbeddingCall(embeddings, replies, client);
  }

  @Override
  public void getEmbedding(
      GetEmbeddingRequest request, StreamObserver<GetEmbeddingResponse> client) {
    replies.unary(
        client,
        () ->
            embeddings
                .get(EmbeddingMessages.embedding(request.getName()))
                .map(EmbeddingMessages::of)
                .map(each -> GetEmbeddingResponse.newBuilder().setEmbedding(each).build()));
  }

  @Override
  public void listEmbeddings(
      ListEmbeddingsRequest request, StreamObserver<ListEmbeddingsResponse> client) {
    replies.unary(client, () -> list(request));
  }

  private Uni<ListEmbeddingsResponse> list(ListEmbeddingsRequest request) {
    int most = PAGE_SIZE.of(request.getPageSize());
    ListPlace before = ListPlace.before(request, request.getPageToken());
    return embeddings
        .list(new EmbeddingStore.Place(before.time(), before.id()), most + 1)
        .map(found -> page(request, found, most));
  }

  private static ListEmbeddingsResponse page(
      ListEmbeddingsRequest request, List<Embedding> found, int most) {
    ListEmbeddingsResponse.Builder response = ListEmbeddingsResponse.newBuilder();
    found.stream().limit(most).map(EmbeddingMessages::of).forEach(response::addEmbeddings);
    if (found.size() > most) {
      Embedding last = found.get(most - 1);
      response.setNextPageToken(new ListPlace(last.createTime(), last.id()).token(request));
    }
    return response.build();
  }

  @Override
  public void serveEmbedding(
      ServeEmbeddingRequest request, StreamObserver<ServeEmbeddingResponse> client) {
    replies.unary(
        client,
        () ->
            embeddings
                .serve(EmbeddingMessages.embedding(request.getName()))
                .map(EmbeddingMessages::of)
                .map(each -> ServeEmbeddingResponse.newBuilder().setEmbedding(each).build()));
  }
}

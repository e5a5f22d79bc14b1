package dev.clade.lineage.server.grpc;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.clade.embedding.answer.RowFilter;
import dev.clade.embedding.search.SimilarQuery.Collapse;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.similarity.ServedVersion;
import dev.clade.lineage.server.similarity.Similarity;
import dev.clade.lineage.server.similarity.SimilaritySettings;
import dev.clade.lineage.server.similarity.VersionKeeper;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.lineage.v1.SimilarityServiceGrpc.SimilarityServiceImplBase;
import dev.clade.lineage.v1.SuggestAttributesRequest;
import dev.clade.lineage.v1.SuggestAttributesResponse;
import dev.clade.runtime.cache.MessageCache;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.request.RequestFingerprint;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The contract {@code clade.lineage.v1.SimilarityService}. What a version answers never changes, so
 * the shared cache may have it; it is worked out on worker threads.
 */
@GrpcService
class SimilarityEndpoint extends SimilarityServiceImplBase {
  private final VersionKeeper versions;
  private final Similarity similarity;
  private final MessageCache cache;
  private final SimilaritySettings settings;
  private final Replies replies;

  @Inject
  SimilarityEndpoint(
      VersionKeeper versions,
      Similarity similarity,
      MessageCache cache,
      SimilaritySettings settings,
      Replies replies) {
    this.versions = versions;
    this.similarity = similarity;
    this.cache = cache;
    this.settings = settings;
    this.replies = replies;
  }

  @Override
  public void findSimilar(FindSimilarRequest request, StreamObserver<FindSimilarResponse> client) {
    replies.unary(client, () -> cached(request, FindSimilarResponse.parser(), similar(request)));
  }

  @Override
  public void suggestAttributes(
      SuggestAttributesRequest request, StreamObserver<SuggestAttributesResponse> client) {
    replies.unary(
        client,
        () -> {
          ArtifactName name = QuestionRequests.name("name", request.getName());
          int count = SimilarityRequests.count(request);
          return cached(
              request,
              SuggestAttributesResponse.parser(),
              version -> SimilarityAnswers.of(version, similarity.suggest(version, name, count)));
        });
  }

  @Override
  public void inferParents(
      InferParentsRequest request, StreamObserver<InferParentsResponse> client) {
    replies.unary(
        client,
        () -> {
          ArtifactName model = SimilarityRequests.model(request);
          int count = SimilarityRequests.count(request);
          return cached(
              request,
              InferParentsResponse.parser(),
              version -> SimilarityAnswers.of(version, similarity.infer(version, model, count)));
        });
  }

  /** Reads a question, and returns how a version answers it. */
  private Function<ServedVersion, FindSimilarResponse> similar(FindSimilarRequest request) {
    int count = SimilarityRequests.count(request);
    Collapse collapse = SimilarityRequests.collapse(request);
    return switch (request.getQueryCase()) {
      case NAME -> {
        ArtifactName name = QuestionRequests.name("name", request.getName());
        RowFilter filter = SimilarityRequests.filter(request);
        yield version ->
            SimilarityAnswers.of(version, similarity.find(version, name, filter, collapse, count));
      }
      case TEXT -> {
        String text = SimilarityRequests.text(request);
        RowFilter filter = SimilarityRequests.filter(request);
        yield version ->
            SimilarityAnswers.of(version, similarity.find(version, text, filter, collapse, count));
      }
      case QUERY_NOT_SET -> throw CladeException.missingField("name");
    };
  }

  private <M extends Message> Uni<M> cached(
      Message request, Parser<M> parser, Function<ServedVersion, M> answer) {
    ServedVersion version = versions.ready();
    Supplier<Uni<M>> load =
        () ->
            Uni.createFrom()
                .item(() -> answer.apply(version))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return cache.get(
        "lineage/similarity/%s/%s".formatted(version.id(), RequestFingerprint.of(request)),
        parser,
        settings.timeToLive(),
        load);
  }
}

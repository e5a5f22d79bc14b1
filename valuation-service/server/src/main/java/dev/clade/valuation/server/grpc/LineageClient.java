package dev.clade.valuation.server.grpc;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.lineage.v1.TraverseView;
import dev.clade.valuation.server.contributor.LineageSource;
import dev.clade.valuation.server.contributor.Origins;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The origins of models, walked by {@code clade.lineage.v1.LineageService}. */
@Singleton
final class LineageClient implements LineageSource {
  private static final int MOST_STEPS = 1_000;
  private static final int MOST_ARTIFACTS = 5_000;

  private static final List<RelationType> DERIVATIONS =
      List.of(
          RelationType.RELATION_TYPE_FINETUNE,
          RelationType.RELATION_TYPE_ADAPTER,
          RelationType.RELATION_TYPE_QUANTIZED,
          RelationType.RELATION_TYPE_MERGE,
          RelationType.RELATION_TYPE_UNSPECIFIED_DERIVATION);

  private final LineageChannel lineage;

  @Inject
  LineageClient(LineageChannel lineage) {
    this.lineage = lineage;
  }

  @Override
  public Uni<Origins> origins(String model, boolean includeAncestors) {
    TraverseRequest.Builder request =
        TraverseRequest.newBuilder()
            .addNames(model)
            .setDirection(Direction.DIRECTION_UPSTREAM)
            .addRelationTypes(RelationType.RELATION_TYPE_TRAINED_ON)
            .setMaxDepth(MOST_STEPS)
            .setMaxNodes(MOST_ARTIFACTS)
            .setView(TraverseView.TRAVERSE_VIEW_ATTRIBUTES);
    if (includeAncestors) {
      request.addAllRelationTypes(DERIVATIONS);
    }
    return Multi.createFrom()
        .<TraverseResponse>emitter(parts -> traverse(request.build(), parts))
        .collect()
        .asList()
        .map(OriginMessages::origins)
        .onFailure()
        .transform(LineageChannel::failure);
  }

  private void traverse(TraverseRequest request, MultiEmitter<? super TraverseResponse> parts) {
    LineageServiceGrpc.newStub(lineage.open())
        .withDeadlineAfter(lineage.deadline())
        .traverse(
            request,
            new StreamObserver<>() {
              @Override
              public void onNext(TraverseResponse part) {
                parts.emit(part);
              }

              @Override
              public void onError(Throwable failure) {
                parts.fail(failure);
              }

              @Override
              public void onCompleted() {
                parts.complete();
              }
            });
  }
}

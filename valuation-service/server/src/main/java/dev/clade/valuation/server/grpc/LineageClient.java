package dev.clade.valuation.server.grpc;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.lineage.v1.TraverseView;
import dev.clade.runtime.client.CallDurations;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.dependency.CallGuard;
import dev.clade.runtime.dependency.Dependencies;
import dev.clade.runtime.dependency.DependencySettings;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.clade.valuation.server.contributor.LineageSource;
import dev.clade.valuation.server.contributor.Origins;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

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

  private final LineageSettings settings;
  private final ManagedChannel channel;
  private final Channel guarded;

  @Inject
  LineageClient(
      LineageSettings settings,
      OpenTelemetry telemetry,
      CallDurations durations,
      DependencySettings guarding,
      Dependencies dependencies) {
    this.settings = settings;
    this.channel =
        CladeChannel.open(
            "dns:///%s:%d".formatted(settings.host(), settings.port()),
            settings.deadline(),
            telemetry,
            durations);
    this.guarded =
        ClientInterceptors.intercept(channel, new CallGuard("lineage", guarding, dependencies));
  }

  @PreDestroy
  void close() {
    channel.shutdownNow();
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
    // A service that was down is back as soon as it answers, not when gRPC would look again.
    channel.resetConnectBackoff();
    return Multi.createFrom()
        .<TraverseResponse>emitter(parts -> traverse(request.build(), parts))
        .collect()
        .asList()
        .map(OriginMessages::origins)
        .onFailure()
        .transform(LineageClient::failure);
  }

  private void traverse(TraverseRequest request, MultiEmitter<? super TraverseResponse> parts) {
    LineageServiceGrpc.newStub(guarded)
        .withDeadlineAfter(settings.deadline())
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

  /**
   * What keeps lineage-service from answering now is no fault of this service, nor a lasting one.
   */
  private static CladeException failure(Throwable thrown) {
    CladeException failure = FailureTranslator.translate(thrown);
    return switch (failure.reason().code()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED ->
          new CladeException(
              Reason.DEPENDENCY_UNAVAILABLE,
              "lineage-service cannot answer now; try again",
              Map.of("service", "lineage"),
              thrown);
      default -> failure;
    };
  }
}

package dev.clade.valuation.server.grpc;

import com.google.common.collect.ImmutableSortedMap;
import dev.clade.runtime.access.CurrentCaller;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.grpc.Times;
import dev.clade.valuation.server.checkpoint.CheckpointService;
import dev.clade.valuation.server.contributor.ContributorSetService;
import dev.clade.valuation.server.credential.RunGuard;
import dev.clade.valuation.server.credential.RunScope;
import dev.clade.valuation.server.domain.EvaluationTask;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.embedding.EmbeddingRuns;
import dev.clade.valuation.server.imageset.ImageSetService;
import dev.clade.valuation.server.lease.LeaseService;
import dev.clade.valuation.server.lease.LeaseWish;
import dev.clade.valuation.v1.DownloadCheckpointRequest;
import dev.clade.valuation.v1.DownloadCheckpointResponse;
import dev.clade.valuation.v1.DownloadFeatureSetRequest;
import dev.clade.valuation.v1.DownloadFeatureSetResponse;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.GetImageSetRequest;
import dev.clade.valuation.v1.GetImageSetResponse;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.RenewLeaseRequest;
import dev.clade.valuation.v1.RenewLeaseResponse;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.ReportEvaluationResponse;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import dev.clade.valuation.v1.WorkerServiceGetContributorSetRequest;
import dev.clade.valuation.v1.WorkerServiceGetContributorSetResponse;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceImplBase;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingRequest;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The service that workers call. It is written against observers, because only these let streams go
 * at the pace of the slower side.
 */
@GrpcService
public class WorkerGrpcService extends WorkerServiceImplBase {
  private final LeaseService leases;
  private final ImageSetService imageSets;
  private final ContributorSetService contributorSets;
  private final CheckpointService checkpoints;
  private final EmbeddingRuns embeddings;
  private final EmbeddingClient lineage;
  private final RunGuard guard;
  private final Replies replies;

  @Inject
  WorkerGrpcService(
      LeaseService leases,
      ImageSetService imageSets,
      ContributorSetService contributorSets,
      CheckpointService checkpoints,
      EmbeddingRuns embeddings,
      EmbeddingClient lineage,
      RunGuard guard,
      Replies replies) {
    this.leases = leases;
    this.imageSets = imageSets;
    this.contributorSets = contributorSets;
    this.checkpoints = checkpoints;
    this.embeddings = embeddings;
    this.lineage = lineage;
    this.guard = guard;
    this.replies = replies;
  }

  @Override
  public void leaseEvaluation(
      LeaseEvaluationRequest request, StreamObserver<LeaseEvaluationResponse> client) {
    ServerCallStreamObserver<?> call = (ServerCallStreamObserver<?>) client;
    replies.unary(client, () -> leaseEvaluation(wish(request, call::isCancelled)));
  }

  private Uni<LeaseEvaluationResponse> leaseEvaluation(LeaseWish wish) {
    return CallersContext.answer(
        leases
            .lease(wish)
            .map(
                found -> {
                  LeaseEvaluationResponse.Builder response = LeaseEvaluationResponse.newBuilder();
                  found.stream().findFirst().map(this::task).ifPresent(response::setTask);
                  found.stream().skip(1).map(this::task).forEach(response::addAdditionalTasks);
                  return response.build();
                }));
  }

  @Override
  public void renewLease(RenewLeaseRequest request, StreamObserver<RenewLeaseResponse> client) {
    replies.unary(client, () -> renewLease(request));
  }

  private Uni<RenewLeaseResponse> renewLease(RenewLeaseRequest request) {
    List<String> given = new ArrayList<>(request.getAdditionalLeasesList());
    given.addFirst(request.getLease());
    return CallersContext.answer(
        guard
            .requireLeases(scope(), given)
            .chain(() -> leases.renew(request.getLease(), request.getAdditionalLeasesList()))
            .map(
                lost ->
                    RenewLeaseResponse.newBuilder()
                        .setLeaseDuration(Times.duration(leases.leaseDuration()))
                        .addAllLostLeases(lost)
                        .build()));
  }

  @Override
  public void reportEvaluation(
      ReportEvaluationRequest request, StreamObserver<ReportEvaluationResponse> client) {
    replies.unary(client, () -> reportEvaluation(request));
  }

  private Uni<ReportEvaluationResponse> reportEvaluation(ReportEvaluationRequest request) {
    return CallersContext.answer(
        guard
            .requireLeases(scope(), List.of(request.getLease()))
            .chain(() -> leases.report(request.getLease(), report(request)))
            .map(counted -> ReportEvaluationResponse.newBuilder().setCounted(counted).build()));
  }

  @Override
  public void getImageSet(GetImageSetRequest request, StreamObserver<GetImageSetResponse> client) {
    replies.unary(client, () -> getImageSet(request));
  }

  private Uni<GetImageSetResponse> getImageSet(GetImageSetRequest request) {
    return CallersContext.answer(
        guard
            .requireResource(scope(), request.getName())
            .chain(() -> imageSets.get(request.getName()))
            .map(
                imageSet ->
                    GetImageSetResponse.newBuilder()
                        .setImageSet(ImageSetMessages.withPixels(imageSet))
                        .build()));
  }

  /** Blocks while it writes to the database, which is also what holds a fast client back. */
  @Override
  @Blocking
  public StreamObserver<UploadCheckpointRequest> uploadCheckpoint(
      StreamObserver<UploadCheckpointResponse> client) {
    return new CheckpointCall(checkpoints, guard, scope(), replies, client);
  }

  @Override
  public void getContributorSet(
      WorkerServiceGetContributorSetRequest request,
      StreamObserver<WorkerServiceGetContributorSetResponse> client) {
    replies.unary(
        client,
        () ->
            CallersContext.answer(
                guard
                    .requireResource(scope(), request.getName())
                    .chain(() -> contributorSets.get(request.getName()))
                    .map(
                        set ->
                            WorkerServiceGetContributorSetResponse.newBuilder()
                                .setContributorSet(ContributorMessages.set(set))
                                .build())));
  }

  @Override
  public void downloadCheckpoint(
      DownloadCheckpointRequest request, StreamObserver<DownloadCheckpointResponse> client) {
    replies.stream(
        client,
        () ->
            CallersContext.answer(
                guard
                    .requireResource(scope(), request.getName())
                    .onItem()
                    .transformToMulti(_ -> checkpoints.content(request.getName()))
                    .map(part -> DownloadCheckpointResponse.newBuilder().setChunk(part).build())));
  }

  @Override
  public void downloadFeatureSet(
      DownloadFeatureSetRequest request, StreamObserver<DownloadFeatureSetResponse> client) {
    replies.stream(
        client,
        () -> {
          String valuation = scope().narrow(request.getValuation());
          return CallersContext.answer(
              embeddings
                  .requireFeatureSet(Names.run("valuation", valuation), request.getName())
                  .onItem()
                  .transformToMulti(_ -> lineage.content(request.getName()))
                  .map(part -> DownloadFeatureSetResponse.newBuilder().setChunk(part).build()));
        });
  }

  /** Blocks while lineage-service takes no more, which is also what holds a fast client back. */
  @Override
  @Blocking
  public StreamObserver<WorkerServiceUploadEmbeddingRequest> uploadEmbedding(
      StreamObserver<WorkerServiceUploadEmbeddingResponse> client) {
    return new EmbeddingUpload(lineage, embeddings, guard, scope(), replies, client);
  }

  private static RunScope scope() {
    return RunScope.of(CurrentCaller.get());
  }

  private static LeaseWish wish(LeaseEvaluationRequest request, BooleanSupplier hasHungUp) {
    return new LeaseWish(
        request.getWorker(),
        Times.duration("max_wait", request.getMaxWait()),
        request.getMaxCount(),
        request.getDeviceCount(),
        request.getCustomTrainersList(),
        scope().narrow(request.getValuation()),
        hasHungUp);
  }

  private dev.clade.valuation.v1.EvaluationTask task(EvaluationTask task) {
    Subject subject = task.spec().subject();
    dev.clade.valuation.v1.EvaluationTask.Builder message =
        dev.clade.valuation.v1.EvaluationTask.newBuilder()
            .setLease(task.lease().toString())
            .setValuation(Names.ofRun(task.run()))
            .setTrainer(TrainerMessages.spec(task.spec().trainer()))
            .setCoalition(task.coalition())
            .setReplicate(task.replicate())
            .setAttempt(task.attempt())
            .setCheckpoint(task.checkpoint().map(Names::ofCheckpoint).orElse(""))
            .setSeed(task.spec().seed())
            .setLeaseDuration(Times.duration(leases.leaseDuration()))
            .setTraceparent(task.traceparent());
    switch (subject.kind()) {
      case IMAGE_SET -> message.setImageSet(Names.ofImageSet(subject.id()));
      case CONTRIBUTOR_SET -> message.setContributorSet(Names.ofContributorSet(subject.id()));
    }
    return message.build();
  }

  private static Report report(ReportEvaluationRequest request) {
    return switch (request.getOutcomeCase()) {
      case RESULT -> result(request.getResult());
      case FAILURE -> new Report.Failure(request.getFailure().getMessage());
      case RELEASE -> new Report.Release();
      case OUTCOME_NOT_SET -> throw CladeException.missingField("outcome");
    };
  }

  private static Report.Result result(EvaluationResult result) {
    return new Report.Result(
        ImmutableSortedMap.copyOf(result.getUtilitiesMap()),
        result.getReferenceHash(),
        result.getDurationSeconds());
  }
}

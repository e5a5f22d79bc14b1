package dev.clade.valuation.worker.grpc;

import dev.clade.runtime.client.TypedErrors;
import dev.clade.valuation.v1.EvaluationFailure;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.GetImageSetRequest;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.RenewLeaseRequest;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceBlockingStub;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.lease.EvaluationQueue;
import dev.clade.valuation.worker.lease.EvaluationReport;
import dev.clade.valuation.worker.lease.Lease;
import io.grpc.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The queue of a valuation service. Calls wait for a server that is away, up to a deadline; the
 * channel repeats those that a server answers with UNAVAILABLE.
 */
public final class GrpcEvaluationQueue implements EvaluationQueue {
  private final WorkerServiceBlockingStub stub;
  private final String worker;
  private final Duration patience;

  /**
   * Creates a client.
   *
   * @param channel to the valuation service; repeats unavailable calls
   * @param worker identifies this worker
   * @param patience how long a call may take beyond what it is meant to wait
   */
  public GrpcEvaluationQueue(Channel channel, String worker, Duration patience) {
    this.stub = WorkerServiceGrpc.newBlockingStub(channel).withWaitForReady();
    this.worker = worker;
    this.patience = patience;
  }

  @Override
  public Optional<Lease> lease(Duration maxWait) {
    LeaseEvaluationRequest request =
        LeaseEvaluationRequest.newBuilder()
            .setWorker(worker)
            .setMaxWait(TaskMessages.message(maxWait))
            .build();
    LeaseEvaluationResponse response =
        call(patience.plus(maxWait), client -> client.leaseEvaluation(request));
    return response.hasTask() ? accept(response.getTask()) : Optional.empty();
  }

  @Override
  public Duration renew(String lease) {
    RenewLeaseRequest request = RenewLeaseRequest.newBuilder().setLease(lease).build();
    return TaskMessages.duration(
        call(patience, client -> client.renewLease(request)).getLeaseDuration());
  }

  @Override
  public boolean report(String lease, EvaluationReport report) {
    EvaluationResult result =
        EvaluationResult.newBuilder()
            .putAllUtilities(report.utilities())
            .setReferenceHash(report.referenceHash())
            .setDurationSeconds(report.duration().toNanos() / 1e9)
            .build();
    return report(ReportEvaluationRequest.newBuilder().setLease(lease).setResult(result).build());
  }

  @Override
  public void reportFailure(String lease, String reason) {
    report(
        ReportEvaluationRequest.newBuilder()
            .setLease(lease)
            .setFailure(EvaluationFailure.newBuilder().setMessage(reason))
            .build());
  }

  @Override
  public ImageCollection imageSet(String name) {
    GetImageSetRequest request = GetImageSetRequest.newBuilder().setName(name).build();
    return TaskMessages.images(call(patience, client -> client.getImageSet(request)).getImageSet());
  }

  /** Gives a task back as failed when it cannot be understood; the worker goes on with the next. */
  private Optional<Lease> accept(EvaluationTask task) {
    try {
      return Optional.of(TaskMessages.lease(task));
    } catch (IllegalArgumentException e) {
      reportFailure(task.getLease(), e.getMessage());
      return Optional.empty();
    }
  }

  private boolean report(ReportEvaluationRequest request) {
    return call(patience, client -> client.reportEvaluation(request)).getCounted();
  }

  private <T> T call(Duration deadline, Function<WorkerServiceBlockingStub, T> method) {
    return TypedErrors.call(
        () -> method.apply(stub.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)));
  }
}

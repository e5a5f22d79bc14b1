package dev.clade.valuation.server.contract;

import com.google.protobuf.Duration;
import dev.clade.valuation.v1.EvaluationFailure;
import dev.clade.valuation.v1.EvaluationRelease;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.RenewLeaseRequest;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceBlockingStub;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A worker that trains nothing: contributor i is worth i + 1, and the first two together are worth
 * 2 more. Shapley values are 2, 3, 3, 4, 5 and so on. Even replicates are 0.1 too high, odd ones as
 * much too low.
 */
public final class FakeWorker {
  /** Identifies the reference network that there is none of. */
  public static final String REFERENCE = "reference-1";

  private final WorkerServiceBlockingStub service;
  private final String name;

  /** Creates a worker. */
  public FakeWorker(WorkerServiceBlockingStub service, String name) {
    this.service = service;
    this.name = name;
  }

  /** Leases an evaluation; the response is without a task when none comes in time. */
  public LeaseEvaluationResponse lease(int waitMillis) {
    return lease(LeaseEvaluationRequest.newBuilder(), waitMillis);
  }

  /** Leases evaluations as a request asks for them. */
  public LeaseEvaluationResponse lease(LeaseEvaluationRequest.Builder request, int waitMillis) {
    return service.leaseEvaluation(
        request
            .setWorker(name)
            .setMaxWait(
                Duration.newBuilder()
                    .setSeconds(waitMillis / 1000)
                    .setNanos(waitMillis % 1000 * 1_000_000))
            .build());
  }

  /** Returns a lease of an evaluation that must be there. */
  public EvaluationTask take() {
    LeaseEvaluationResponse response = lease(5_000);
    if (!response.hasTask()) {
      throw new AssertionError("no evaluation to lease");
    }
    return response.getTask();
  }

  /** Returns up to so many leases of evaluations of which there is at least one. */
  public List<EvaluationTask> take(int maxCount) {
    LeaseEvaluationResponse response =
        lease(LeaseEvaluationRequest.newBuilder().setMaxCount(maxCount), 5_000);
    if (!response.hasTask()) {
      throw new AssertionError("no evaluation to lease");
    }
    List<EvaluationTask> tasks = new ArrayList<>(List.of(response.getTask()));
    tasks.addAll(response.getAdditionalTasksList());
    return tasks;
  }

  /** Gives a lease back; returns whether it held. */
  public boolean release(EvaluationTask task) {
    return service
        .reportEvaluation(
            ReportEvaluationRequest.newBuilder()
                .setLease(task.getLease())
                .setRelease(EvaluationRelease.getDefaultInstance())
                .build())
        .getCounted();
  }

  /** Extends leases of which the first must hold; returns those of the others that have ended. */
  public List<String> renew(EvaluationTask first, List<EvaluationTask> others) {
    return service
        .renewLease(
            RenewLeaseRequest.newBuilder()
                .setLease(first.getLease())
                .addAllAdditionalLeases(others.stream().map(EvaluationTask::getLease).toList())
                .build())
        .getLostLeasesList();
  }

  /** Reports the utilities of the game; returns whether they counted. */
  public boolean report(EvaluationTask task) {
    return report(task.getLease(), result(task).build());
  }

  /** Reports something else. */
  public boolean report(String lease, EvaluationResult result) {
    return service
        .reportEvaluation(
            ReportEvaluationRequest.newBuilder().setLease(lease).setResult(result).build())
        .getCounted();
  }

  /** Reports a failure. */
  public boolean fail(EvaluationTask task, String message) {
    return service
        .reportEvaluation(
            ReportEvaluationRequest.newBuilder()
                .setLease(task.getLease())
                .setFailure(EvaluationFailure.newBuilder().setMessage(message))
                .build())
        .getCounted();
  }

  /** Works until there is nothing left; returns how many reports counted. */
  public int work() {
    int counted = 0;
    for (LeaseEvaluationResponse next = lease(0); next.hasTask(); next = lease(0)) {
      counted += report(next.getTask()) ? 1 : 0;
    }
    return counted;
  }

  /** Returns the utilities that the game gives. */
  public static EvaluationResult.Builder result(EvaluationTask task) {
    double utility = utility(BitSet.valueOf(task.getCoalition().toByteArray()));
    return EvaluationResult.newBuilder()
        .putUtilities("neg_log_fid", utility + (task.getReplicate() % 2 == 0 ? 0.1 : -0.1))
        .putUtilities("class_entropy", -utility)
        .setReferenceHash(REFERENCE)
        .setDurationSeconds(0.25);
  }

  /** Returns the Shapley value of a contributor. */
  static double shapleyValue(int contributor) {
    return contributor + (contributor < 2 ? 2 : 1);
  }

  static double utility(BitSet coalition) {
    return coalition.stream().map(i -> i + 1).sum()
        + (coalition.get(0) && coalition.get(1) ? 2 : 0);
  }
}

package dev.clade.local.fuzz;

import com.google.protobuf.Duration;
import com.google.type.Money;
import dev.clade.local.client.Address;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.Payouts;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.PayoutTerms;
import dev.clade.valuation.v1.ProportionalRule;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;

/** A worker that says how many contributors a coalition has. */
final class FuzzWorker implements AutoCloseable {
  private static final int EVALUATIONS = 4;

  private final ManagedChannel channel;
  private final WorkerServiceBlockingStub service;
  private final String trainer;

  FuzzWorker(Address address, String trainer) {
    channel = NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    service = WorkerServiceGrpc.newBlockingStub(channel);
    this.trainer = trainer;
  }

  /** Does all evaluations of a run of two contributors. */
  void finish(String run) {
    for (int i = 0; i < EVALUATIONS; i++) {
      EvaluationTask task = take(run);
      int members = Integer.bitCount(task.getCoalition().byteAt(0));
      service.reportEvaluation(
          ReportEvaluationRequest.newBuilder()
              .setLease(task.getLease())
              .setResult(
                  EvaluationResult.newBuilder()
                      .putUtilities("worth", members)
                      .setReferenceHash("fuzz")
                      .setDurationSeconds(1))
              .build());
    }
  }

  /** Returns the lease of an evaluation of a run. */
  String lease(String run) {
    return take(run).getLease();
  }

  private EvaluationTask take(String run) {
    LeaseEvaluationResponse response =
        service.leaseEvaluation(
            LeaseEvaluationRequest.newBuilder()
                .setWorker("fuzz")
                .setValuation(run)
                .addCustomTrainers(trainer)
                .setMaxWait(Duration.newBuilder().setSeconds(10))
                .build());
    if (!response.hasTask()) {
      throw new AssertionError("no evaluation to lease of " + run);
    }
    return response.getTask();
  }

  /** Makes a payout of a run and returns its name. */
  static String payout(MeshClient client, String run) {
    return new Payouts(client)
        .create(
            run,
            PayoutTerms.newBuilder()
                .setProportional(ProportionalRule.getDefaultInstance())
                .setBudget(Money.newBuilder().setCurrencyCode("EUR").setUnits(100))
                .build())
        .getName();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}

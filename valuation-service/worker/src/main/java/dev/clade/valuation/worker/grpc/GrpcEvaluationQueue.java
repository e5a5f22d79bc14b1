package dev.clade.valuation.worker.grpc;

import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.DownloadCheckpointRequest;
import dev.clade.valuation.v1.EvaluationFailure;
import dev.clade.valuation.v1.EvaluationRelease;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.GetImageSetRequest;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.RenewLeaseRequest;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.UploadCheckpointRequest;
import dev.clade.valuation.v1.UploadCheckpointResponse;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceBlockingStub;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceStub;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.lease.EvaluationQueue;
import dev.clade.valuation.worker.lease.EvaluationReport;
import dev.clade.valuation.worker.lease.Lease;
import io.grpc.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The queue of a valuation service. Calls wait for a server that is away, up to a deadline, and are
 * repeated for as long when the server answers with UNAVAILABLE.
 */
public final class GrpcEvaluationQueue implements EvaluationQueue {
  /** A worker that ends does not wait for a server that is away. */
  private static final Duration RELEASE_PATIENCE = Duration.ofSeconds(2);

  /** 256 MiB in half a megabyte a second. */
  private static final Duration TRANSFER_PATIENCE = Duration.ofMinutes(10);

  private final WorkerServiceBlockingStub stub;
  private final WorkerServiceStub streams;
  private final WorkerDescription worker;
  private final Duration patience;

  /**
   * Creates a client.
   *
   * @param channel to the valuation service
   * @param worker who asks
   * @param patience how long a call may take beyond what it is meant to wait
   */
  public GrpcEvaluationQueue(Channel channel, WorkerDescription worker, Duration patience) {
    this.stub = WorkerServiceGrpc.newBlockingStub(channel);
    this.streams = WorkerServiceGrpc.newStub(channel).withWaitForReady();
    this.worker = worker;
    this.patience = patience;
  }

  @Override
  public List<Lease> lease(int most, Duration maxWait) {
    LeaseEvaluationRequest request =
        LeaseEvaluationRequest.newBuilder()
            .setWorker(worker.id())
            .setMaxWait(TaskMessages.message(maxWait))
            .setMaxCount(most)
            .setDeviceCount(worker.devices())
            .setValuation(worker.valuation())
            .addAllCustomTrainers(worker.trainers())
            .build();
    LeaseEvaluationResponse response =
        call(patience.plus(maxWait), client -> client.leaseEvaluation(request));
    List<Lease> leases = new ArrayList<>();
    if (response.hasTask()) {
      accept(response.getTask()).ifPresent(leases::add);
    }
    response.getAdditionalTasksList().forEach(task -> accept(task).ifPresent(leases::add));
    return leases;
  }

  /** A call fails when its first lease has ended; the others are then asked for without it. */
  @Override
  public Set<String> renew(List<String> leases) {
    Set<String> lost = new HashSet<>();
    for (int first = 0; first < leases.size(); first++) {
      RenewLeaseRequest request =
          RenewLeaseRequest.newBuilder()
              .setLease(leases.get(first))
              .addAllAdditionalLeases(leases.subList(first + 1, leases.size()))
              .build();
      try {
        lost.addAll(call(patience, client -> client.renewLease(request)).getLostLeasesList());
        return lost;
      } catch (CladeException e) {
        if (e.reason() != Reason.LEASE_LOST) {
          throw e;
        }
        lost.add(leases.get(first));
      }
    }
    return lost;
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

  @Override
  public void release(String lease) {
    ReportEvaluationRequest request =
        ReportEvaluationRequest.newBuilder()
            .setLease(lease)
            .setRelease(EvaluationRelease.getDefaultInstance())
            .build();
    TypedErrors.call(() -> stub.withDeadlineAfter(RELEASE_PATIENCE).reportEvaluation(request));
  }

  @Override
  public Optional<byte[]> checkpoint(String name) {
    DownloadCheckpointRequest request =
        DownloadCheckpointRequest.newBuilder().setName(name).build();
    try {
      return Optional.of(
          Patience.call(
              patience,
              () -> {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                stub.withWaitForReady()
                    .withDeadlineAfter(TRANSFER_PATIENCE)
                    .downloadCheckpoint(request)
                    .forEachRemaining(
                        response -> content.writeBytes(response.getChunk().toByteArray()));
                return content.toByteArray();
              }));
    } catch (CladeException e) {
      if (e.reason() == Reason.CHECKPOINT_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public boolean keepCheckpoint(String name, byte[] content) {
    return Patience.call(
        patience,
        () -> {
          ChunkUpload<UploadCheckpointRequest, UploadCheckpointResponse> upload =
              new ChunkUpload<>(
                  UploadCheckpointRequest.newBuilder().setName(name).build(),
                  new ByteArrayInputStream(content),
                  chunk -> UploadCheckpointRequest.newBuilder().setChunk(chunk).build());
          var unused = streams.withDeadlineAfter(TRANSFER_PATIENCE).uploadCheckpoint(upload);
          return upload.await().getKept();
        });
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
    return Patience.call(
        deadline, () -> method.apply(stub.withWaitForReady().withDeadlineAfter(deadline)));
  }
}

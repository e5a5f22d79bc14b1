package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.DownloadCheckpointRequest;
import dev.clade.valuation.v1.DownloadCheckpointResponse;
import dev.clade.valuation.v1.EvaluationTask;
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
import dev.clade.valuation.v1.WorkerServiceGrpc;
import dev.clade.valuation.worker.fixture.ShapeImageSet;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A valuation service for one image set, in memory, on a port of its own: each task is leased,
 * leased again when its lease runs out, and counted once.
 */
final class FakeWorkerService extends WorkerServiceGrpc.WorkerServiceImplBase
    implements AutoCloseable {
  private static final Metadata.Key<String> TRACEPARENT =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
  private static final int CHUNK_BYTES = 1_000;
  private static final Duration POLL = Duration.ofMillis(10);

  private final Server server;
  private final Duration leaseDuration;
  private final Deque<EvaluationTask> waiting = new ArrayDeque<>();
  private final Map<String, RunningLease> running = new HashMap<>();
  private final Map<String, ReportEvaluationRequest> reports = new HashMap<>();
  private final Set<String> refusedTasks = new HashSet<>();
  private final List<String> traceparents = new CopyOnWriteArrayList<>();
  private final List<LeaseEvaluationRequest> leaseRequests = new CopyOnWriteArrayList<>();
  private final Map<String, ByteString> checkpoints = new ConcurrentHashMap<>();
  private int leases;
  private int renewals;
  private int refusedReports;

  private FakeWorkerService(int port, Duration leaseDuration) throws IOException {
    this.leaseDuration = leaseDuration;
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .addService(this)
            .intercept(new TraceparentRecorder())
            .build()
            .start();
  }

  /** Starts a service on any port. */
  public static FakeWorkerService start(Duration leaseDuration) throws IOException {
    return new FakeWorkerService(0, leaseDuration);
  }

  /** Starts a service on a given port. */
  static FakeWorkerService startAt(int port, Duration leaseDuration) throws IOException {
    return new FakeWorkerService(port, leaseDuration);
  }

  /** Returns the port that it listens on. */
  int port() {
    return server.getPort();
  }

  /** Returns where it listens, as host and port. */
  public String target() {
    return "localhost:" + server.getPort();
  }

  /** Adds work; the task's {@code lease} names the task here. */
  public synchronized void add(EvaluationTask task) {
    waiting.add(task);
  }

  /** Answers renewals of a task's leases with {@code LEASE_LOST} from now on. */
  public synchronized void refuseRenewals(String task) {
    refusedTasks.add(task);
  }

  /** Returns the reports that counted, by task. */
  public synchronized Map<String, ReportEvaluationRequest> reports() {
    return Map.copyOf(reports);
  }

  /** Answers so many reports with UNAVAILABLE, as a service does whose database is away. */
  public synchronized void refuseReports(int count) {
    refusedReports = count;
  }

  /** Returns how many tasks wait to be leased. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Returns the requests that were answered with leases or nothing. */
  List<LeaseEvaluationRequest> leaseRequests() {
    return leaseRequests;
  }

  /** Returns the contents of checkpoints by name. */
  Map<String, ByteString> checkpoints() {
    return checkpoints;
  }

  /** Returns how many leases were given. */
  public synchronized int leases() {
    return leases;
  }

  /** Returns how many renewals were granted. */
  public synchronized int renewals() {
    return renewals;
  }

  /** Returns the trace contexts that calls came with. */
  public List<String> traceparents() {
    return List.copyOf(traceparents);
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  @Override
  public void leaseEvaluation(
      LeaseEvaluationRequest request, StreamObserver<LeaseEvaluationResponse> answer) {
    long end = System.nanoTime() + TaskMessages.duration(request.getMaxWait()).toNanos();
    Optional<EvaluationTask> task = lease();
    while (task.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
      task = lease();
    }
    LeaseEvaluationResponse.Builder response = LeaseEvaluationResponse.newBuilder();
    task.ifPresent(response::setTask);
    for (int more = 1; more < request.getMaxCount() && task.isPresent(); more++) {
      task = lease();
      task.ifPresent(response::addAdditionalTasks);
    }
    leaseRequests.add(request);
    complete(answer, response.build());
  }

  private synchronized Optional<EvaluationTask> lease() {
    expireLeases();
    EvaluationTask task = waiting.poll();
    if (task == null) {
      return Optional.empty();
    }
    String lease = "%s#%d".formatted(task.getLease(), leases++);
    running.put(lease, new RunningLease(task, System.nanoTime() + leaseDuration.toNanos()));
    return Optional.of(
        task.toBuilder()
            .setLease(lease)
            .setLeaseDuration(TaskMessages.message(leaseDuration))
            .build());
  }

  @Override
  public synchronized void renewLease(
      RenewLeaseRequest request, StreamObserver<RenewLeaseResponse> answer) {
    expireLeases();
    if (!renew(request.getLease())) {
      answer.onError(lost(request.getLease()));
      return;
    }
    complete(
        answer,
        RenewLeaseResponse.newBuilder()
            .setLeaseDuration(TaskMessages.message(leaseDuration))
            .addAllLostLeases(
                request.getAdditionalLeasesList().stream().filter(lease -> !renew(lease)).toList())
            .build());
  }

  private boolean renew(String name) {
    RunningLease lease = running.get(name);
    if (lease == null || refusedTasks.contains(lease.task().getLease())) {
      return false;
    }
    renewals++;
    running.put(name, new RunningLease(lease.task(), System.nanoTime() + leaseDuration.toNanos()));
    return true;
  }

  @Override
  public synchronized void reportEvaluation(
      ReportEvaluationRequest request, StreamObserver<ReportEvaluationResponse> answer) {
    if (refusedReports > 0) {
      refusedReports--;
      answer.onError(
          ErrorStatus.toStatus(new CladeException(Reason.DATABASE_UNAVAILABLE, "away", Map.of())));
      return;
    }
    expireLeases();
    RunningLease lease = running.remove(request.getLease());
    if (lease == null) {
      answer.onError(lost(request.getLease()));
      return;
    }
    if (request.hasRelease()) {
      waiting.add(lease.task());
      complete(answer, ReportEvaluationResponse.getDefaultInstance());
      return;
    }
    boolean counted = reports.putIfAbsent(lease.task().getLease(), request) == null;
    complete(answer, ReportEvaluationResponse.newBuilder().setCounted(counted).build());
  }

  @Override
  public void getImageSet(GetImageSetRequest request, StreamObserver<GetImageSetResponse> answer) {
    if (!request.getName().equals(ShapeImageSet.NAME)) {
      answer.onError(
          ErrorStatus.toStatus(
              CladeException.notFound(Reason.IMAGE_SET_NOT_FOUND, request.getName())));
      return;
    }
    complete(answer, GetImageSetResponse.newBuilder().setImageSet(ShapeImageSet.create()).build());
  }

  @Override
  public StreamObserver<UploadCheckpointRequest> uploadCheckpoint(
      StreamObserver<UploadCheckpointResponse> answer) {
    return new CheckpointReception(
        (name, content) -> {
          boolean kept = checkpoints.putIfAbsent(name, content) == null;
          complete(answer, UploadCheckpointResponse.newBuilder().setKept(kept).build());
        });
  }

  @Override
  public void downloadCheckpoint(
      DownloadCheckpointRequest request, StreamObserver<DownloadCheckpointResponse> answer) {
    ByteString content = checkpoints.get(request.getName());
    if (content == null) {
      answer.onError(
          ErrorStatus.toStatus(
              CladeException.notFound(Reason.CHECKPOINT_NOT_FOUND, request.getName())));
      return;
    }
    for (int start = 0; start < content.size(); start += CHUNK_BYTES) {
      answer.onNext(
          DownloadCheckpointResponse.newBuilder()
              .setChunk(content.substring(start, Math.min(content.size(), start + CHUNK_BYTES)))
              .build());
    }
    answer.onCompleted();
  }

  private void expireLeases() {
    running
        .values()
        .removeIf(
            lease -> {
              boolean over = System.nanoTime() - lease.endNanos() > 0;
              if (over) {
                waiting.add(lease.task());
              }
              return over;
            });
  }

  private static Throwable lost(String lease) {
    return ErrorStatus.toStatus(
        new CladeException(Reason.LEASE_LOST, "the lease has ended", Map.of("resource", lease)));
  }

  private static <T> void complete(StreamObserver<T> answer, T response) {
    answer.onNext(response);
    answer.onCompleted();
  }

  private record RunningLease(EvaluationTask task, long endNanos) {}

  private final class TraceparentRecorder implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      if (headers.containsKey(TRACEPARENT)) {
        traceparents.add(headers.get(TRACEPARENT));
      }
      return next.startCall(call, headers);
    }
  }
}

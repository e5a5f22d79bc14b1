package dev.clade.valuation.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.fixture.ShapeImageSet;
import dev.clade.valuation.worker.fixture.Shapes;
import dev.clade.valuation.worker.fixture.Trainers;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.lease.EvaluationReport;
import dev.clade.valuation.worker.lease.Lease;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcEvaluationQueueTest {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration NO_WAIT = Duration.ofMillis(1);
  private static final EvaluationReport REPORT =
      new EvaluationReport(Map.of("neg_log_fid", -1.5), "hash", Duration.ofMillis(1_500));

  private ManagedChannel channel;

  @AfterEach
  void closeChannel() {
    channel.shutdownNow();
  }

  @Test
  void tasksArriveWithDefaultsFilledIn() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(2, 1, 50).toBuilder().clearTrainer().build());

      Lease lease = queue(service.target(), LEASE).lease(1, NO_WAIT).getFirst();

      assertThat(lease.request().coalition()).isEqualTo(BitSet.valueOf(new long[] {2}));
      assertThat(lease.request().replicate()).isEqualTo(1);
      assertThat(lease.request().seed()).isEqualTo(7);
      assertThat(lease.request().options()).isEqualTo(Trainers.DEFAULTS);
      assertThat(lease.duration()).isEqualTo(LEASE);
    }
  }

  @Test
  void reportsArriveOnceAndTheirLeasesEnd() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(2, 1, 50));
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);
      Lease lease = queue.lease(1, NO_WAIT).getFirst();

      assertThat(queue.renew(List.of(lease.id()))).isEmpty();
      assertThat(queue.report(lease.id(), REPORT)).isTrue();

      assertThat(service.reports().get("task-2-1").getResult().getUtilitiesOrThrow("neg_log_fid"))
          .isEqualTo(-1.5);
      assertThat(service.reports().get("task-2-1").getResult().getDurationSeconds()).isEqualTo(1.5);
      assertThat(queue.renew(List.of(lease.id()))).containsExactly(lease.id());
      assertFails(() -> queue.report(lease.id(), REPORT), Reason.LEASE_LOST);
      assertThat(queue.lease(1, NO_WAIT)).isEmpty();
    }
  }

  @Test
  void imageSetsArriveWithTheirPixels() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);

      ImageCollection images = queue.imageSet(ShapeImageSet.NAME);

      assertThat(images.pixels()).isEqualTo(Shapes.PIXELS);
      assertThat(images.imagesOf(BitSet.valueOf(new long[] {3}))).hasSize(80 * Shapes.PIXELS);
      assertThat(images.reference().classCount()).isEqualTo(Shapes.COUNT);
      assertFails(() -> queue.imageSet("imageSets/none"), Reason.IMAGE_SET_NOT_FOUND);
    }
  }

  @Test
  void aServiceThatStartsLateIsWaitedFor() throws Exception {
    int port = freePort();
    GrpcEvaluationQueue queue = queue("localhost:" + port, LEASE);
    CompletableFuture<List<Lease>> lease =
        CompletableFuture.supplyAsync(() -> queue.lease(1, Duration.ofSeconds(20)));
    Thread.sleep(500);
    assertThat(lease).isNotDone();

    try (FakeWorkerService service = FakeWorkerService.startAt(port, LEASE)) {
      service.add(Tasks.task(1, 0, 50));
      assertThat(lease.get()).hasSize(1);
    }
  }

  @Test
  void aServiceThatStaysAwayIsNotWaitedForForever() throws Exception {
    GrpcEvaluationQueue queue = queue("localhost:" + freePort(), Duration.ofMillis(300));

    assertFails(() -> queue.lease(1, NO_WAIT), Reason.DEADLINE_EXCEEDED);
  }

  /** Returns a port that a service has just left. */
  private static int freePort() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      return service.port();
    }
  }

  private GrpcEvaluationQueue queue(String target, Duration patience) {
    channel = CladeChannel.open(target, patience, OpenTelemetry.noop());
    return new GrpcEvaluationQueue(
        channel, new WorkerDescription("tester", 3, "valuations/test"), patience);
  }

  private static void assertFails(ThrowingCallable call, Reason reason) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(reason));
  }
}

package dev.clade.valuation.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.worker.fixture.ShapeImageSet;
import dev.clade.valuation.worker.fixture.Shapes;
import dev.clade.valuation.worker.fixture.Trainers;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.lease.EvaluationReport;
import dev.clade.valuation.worker.lease.ImageWork;
import dev.clade.valuation.worker.lease.Lease;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

      assertThat(lease.work().coalition()).isEqualTo(BitSet.valueOf(new long[] {2}));
      assertThat(lease.work().replicate()).isEqualTo(1);
      assertThat(lease.work())
          .isInstanceOfSatisfying(
              ImageWork.class,
              work -> {
                assertThat(work.request().seed()).isEqualTo(7);
                assertThat(work.request().options()).isEqualTo(Trainers.DEFAULTS);
              });
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
  void aBatchIsLeasedInOrderAndRenewedWithWhatWasLostNamed() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      for (int replicate = 0; replicate < 4; replicate++) {
        service.add(Tasks.task(2, replicate, 50));
      }
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);

      List<Lease> leases = queue.lease(3, NO_WAIT);

      assertThat(leases).extracting(lease -> lease.work().replicate()).containsExactly(0, 1, 2);
      LeaseEvaluationRequest asked = service.leaseRequests().getFirst();
      assertThat(asked.getMaxCount()).isEqualTo(3);
      assertThat(asked.getDeviceCount()).isEqualTo(3);
      assertThat(asked.getValuation()).isEqualTo("valuations/test");
      List<String> ids = leases.stream().map(Lease::id).toList();
      assertThat(queue.renew(ids)).isEmpty();
      // The call of the first fails as a whole; what the second call names comes on top.
      service.refuseRenewals("task-2-0");
      service.refuseRenewals("task-2-2");
      assertThat(queue.renew(ids)).containsExactlyInAnyOrder(ids.get(0), ids.get(2));
      assertThat(service.renewals()).isEqualTo(4);
    }
  }

  @Test
  void aTaskThatIsNotUnderstoodFailsAloneAndTheOthersAreDone() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(2, 0, 5));
      service.add(Tasks.task(2, 1, 50));
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);

      assertThat(queue.lease(2, NO_WAIT))
          .extracting(lease -> lease.work().replicate())
          .containsExactly(1);
      assertThat(service.reports().get("task-2-0").getFailure().getMessage())
          .isEqualTo("training_steps must be from 10 to 1,000,000; it is 5");
    }
  }

  @Test
  void whatIsReleasedIsLeasedAgain() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(2, 1, 50));
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);

      queue.release(queue.lease(1, NO_WAIT).getFirst().id());

      assertThat(service.reports()).isEmpty();
      assertThat(queue.lease(1, NO_WAIT)).hasSize(1);
    }
  }

  /** More refusals than a channel repeats by itself. */
  @Test
  void aReportOutlivesAnOutageOfTheServicesDatabase() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(2, 1, 50));
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);
      String lease = queue.lease(1, NO_WAIT).getFirst().id();
      service.refuseReports(9);

      assertThat(queue.report(lease, REPORT)).isTrue();
      assertThat(service.reports()).containsKey("task-2-1");
    }
  }

  @Test
  void checkpointsComeBackAsTheyWereSentAndTheFirstStays() throws Exception {
    byte[] content = new byte[5_000_000];
    new Random(1).nextBytes(content);
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      GrpcEvaluationQueue queue = queue(service.target(), LEASE);

      assertThat(queue.checkpoint("checkpoints/a")).isEmpty();
      assertThat(queue.keepCheckpoint("checkpoints/a", content)).isTrue();
      assertThat(queue.keepCheckpoint("checkpoints/a", new byte[10])).isFalse();
      assertThat(queue.checkpoint("checkpoints/a").orElseThrow()).isEqualTo(content);
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
        channel, new WorkerDescription("tester", 3, "valuations/test", List.of()), patience);
  }

  private static void assertFails(ThrowingCallable call, Reason reason) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(reason));
  }
}

package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.fixture.ShapeCollection;
import dev.clade.valuation.worker.telemetry.Tracing;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class WorkerLoopTest {
  private final FakeQueue queue = new FakeQueue();
  private final WorkerLoop loop =
      new WorkerLoop(
          queue,
          new ImageEvaluations(queue, new CoalitionEvaluator(ComputeDevice.open(DeviceChoice.CPU))),
          Tracing.fromEnvironment(),
          Duration.ofMillis(100),
          8);

  @Test
  void anImageSetIsFetchedOnceForAllItsEvaluations() {
    queue.setImageSets(ShapeCollection::named);
    queue.add(Leases.retraining("first", 1, 0));
    queue.add(Leases.retraining("second", 1, 1));

    loop.run();

    assertThat(queue.reports()).containsOnlyKeys("first", "second");
    assertThat(queue.reports().get("first").referenceHash())
        .hasSize(64)
        .isEqualTo(queue.reports().get("second").referenceHash());
    assertThat(queue.fetches()).containsExactly("imageSets/test");
  }

  @Test
  void tooLittleMemoryFailsTheEvaluationAndNotTheWorker() {
    queue.setImageSets(
        name -> {
          throw new OutOfMemoryError("thrown by the test");
        });
    queue.add(Leases.retraining("first", 1, 0));
    queue.add(Leases.retraining("second", 1, 0));

    loop.run();

    assertThat(queue.failures())
        .containsOnlyKeys("first", "second")
        .containsValue("the worker has too little memory for this training");
  }

  @Test
  void whatNobodyExpectedIsReportedWithoutItsText() {
    queue.setImageSets(
        name -> {
          throw new UnsupportedOperationException("internal");
        });
    queue.add(Leases.retraining("first", 1, 0));

    loop.run();

    assertThat(queue.failures())
        .containsExactly(Map.entry("first", "the worker failed unexpectedly; its log says more"));
  }

  @Test
  void anOutageIsNotTheEvaluationsFault() {
    queue.setImageSets(
        name -> {
          throw new CladeException(Reason.DEPENDENCY_UNAVAILABLE, "away", Map.of());
        });
    queue.add(Leases.retraining("first", 1, 0));

    assertThatExceptionOfType(CladeException.class).isThrownBy(loop::run).withMessage("away");
    assertThat(queue.failures()).isEmpty();
  }

  @Test
  void evaluationsAreLeasedOneAtATimeAtFirstAndInBatchesWhenTheyAreShort() {
    queue.setImageSets(ShapeCollection::named);
    for (int replicate = 0; replicate < 12; replicate++) {
      queue.add(Leases.retraining("task" + replicate, 1, replicate));
    }

    loop.run();

    assertThat(queue.reports()).hasSize(12);
    assertThat(queue.batches()).containsExactly(1, 8, 3);
    assertThat(queue.released()).isEmpty();
  }

  @Test
  void whatWasLostBeforeItsTurnIsSkipped() {
    queue.setImageSets(ShapeCollection::named);
    queue.setRenewal(_ -> Set.of("third"));
    queue.add(Leases.retraining("first", 1, 0));
    queue.add(Leases.lasting(Duration.ofMillis(30), "second"));
    queue.add(Leases.retraining("third", 1, 1));
    queue.setOnReport(
        lease -> {
          if (lease.equals("second")) {
            awaitRenewal();
          }
        });

    loop.run();

    assertThat(queue.reports()).containsOnlyKeys("first", "second");
    assertThat(queue.released()).isEmpty();
  }

  @Test
  void theEndGivesBackWhatIsUnderWayAndWhatWasNotBegun() throws Exception {
    queue.setImageSets(ShapeCollection::named);
    queue.add(Leases.retraining("first", 1, 0));
    queue.add(Leases.endless("second"));
    queue.add(Leases.retraining("third", 1, 1));
    CompletableFuture<Void> running = CompletableFuture.runAsync(loop::run);
    while (queue.batches().size() < 2) {
      Thread.sleep(10);
    }

    loop.end();
    running.get();

    assertThat(queue.released()).containsExactlyInAnyOrder("second", "third");
    assertThat(queue.reports()).containsOnlyKeys("first");
  }

  /** What breaks a worker must not be tried for ever, so that only the others go back at once. */
  @Test
  void anOutageInABatchGivesBackTheOthersAlone() {
    queue.setImageSets(ShapeCollection::named);
    queue.add(Leases.retraining("first", 1, 0));
    queue.add(Leases.retraining("second", 1, 1));
    queue.add(Leases.retraining("third", 1, 2));
    queue.setOnReport(
        lease -> {
          if (lease.equals("second")) {
            throw new CladeException(Reason.DEPENDENCY_UNAVAILABLE, "away", Map.of());
          }
        });

    assertThatExceptionOfType(CladeException.class).isThrownBy(loop::run).withMessage("away");
    assertThat(queue.released()).containsExactly("third");
  }

  private void awaitRenewal() {
    while (queue.renewals().isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
    // The renewal that is listed is answered before the next is asked for.
    int seen = queue.renewals().size();
    while (queue.renewals().size() == seen) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}

package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.fixture.Shapes;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.telemetry.Tracing;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerLoopTest {
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final FakeQueue queue = new FakeQueue(() -> LEASE);
  private final WorkerLoop loop =
      new WorkerLoop(
          queue,
          new CoalitionEvaluator(ComputeDevice.open(DeviceChoice.CPU)),
          Tracing.fromEnvironment(),
          Duration.ofMillis(100));

  @Test
  void anImageSetIsFetchedOnceForAllItsEvaluations() {
    queue.setImageSets(WorkerLoopTest::images);
    queue.add(lease("first", 0));
    queue.add(lease("second", 1));

    loop.run();

    assertThat(queue.reports()).containsOnlyKeys("first", "second");
    assertThat(queue.reports().get("first").referenceHash())
        .hasSize(64)
        .isEqualTo(queue.reports().get("second").referenceHash());
    assertThat(queue.fetches()).isEqualTo(1);
  }

  @Test
  void tooLittleMemoryFailsTheEvaluationAndNotTheWorker() {
    queue.setImageSets(
        name -> {
          throw new OutOfMemoryError("thrown by the test");
        });
    queue.add(lease("first", 0));
    queue.add(lease("second", 0));

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
    queue.add(lease("first", 0));

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
    queue.add(lease("first", 0));

    assertThatExceptionOfType(CladeException.class).isThrownBy(loop::run).withMessage("away");
    assertThat(queue.failures()).isEmpty();
  }

  private static Lease lease(String id, int replicate) {
    return new Lease(
        id,
        "valuations/test",
        "imageSets/test",
        new EvaluationRequest(
            BitSet.valueOf(new long[] {1}),
            replicate,
            0,
            new TrainerOptions(10, 16, 16, 0.004, 64, 2)),
        LEASE,
        "");
  }

  private static ImageCollection images(String name) {
    Shapes shapes = new Shapes(1);
    byte[] labels = new byte[60];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 2);
    }
    return new ImageCollection(
        name,
        Shapes.PIXELS,
        List.of(shapes.images(20, i -> i % 2, 0)),
        ReferenceImages.of(shapes.images(labels.length, i -> i % 2, 0), Shapes.PIXELS, labels));
  }
}

package dev.clade.valuation.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.WeightsFormat;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.evaluation.CoalitionTrainer;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.fixture.ShapeCollection;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.telemetry.Tracing;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Workers that share what fine-tuning starts from. */
class CheckpointsTest {
  private static final int COALITIONS = 8;

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final CoalitionTrainer trainer = new CoalitionTrainer(device);
  private final ImageCollection images = ShapeCollection.named("imageSets/test");

  @Test
  void resultsDependNeitherOnBatchesNorOnRestartsNorOnWhoMadeTheCheckpoint() {
    FakeQueue alone = queue();
    addAll(alone, 0, COALITIONS);
    worker(alone, 8).run();

    FakeQueue inTurn = queue();
    for (int coalition = COALITIONS - 1; coalition >= 0; coalition--) {
      addAll(inTurn, coalition, coalition + 1);
      worker(inTurn, 1).run();
    }

    assertThat(alone.batches()).contains(7);
    assertThat(alone.reports()).hasSize(COALITIONS);
    assertThat(utilities(inTurn)).isEqualTo(utilities(alone));
    assertThat(inTurn.checkpoints().get(Leases.CHECKPOINT))
        .isEqualTo(alone.checkpoints().get(Leases.CHECKPOINT));
  }

  @Test
  void aWorkerFetchesOrMakesACheckpointOnce() {
    FakeQueue queue = queue();
    addAll(queue, 0, COALITIONS);
    worker(queue, 8).run();
    assertThat(queue.fetches()).containsOnlyOnce(Leases.CHECKPOINT);

    addAll(queue, 1, 4);
    worker(queue, 8).run();
    assertThat(queue.fetches().stream().filter(Leases.CHECKPOINT::equals)).hasSize(2);
  }

  @Test
  void endpointsOfARunNeedNoCheckpoint() {
    FakeQueue queue = queue();
    addAll(queue, 0, 1);
    addAll(queue, 7, 8);
    worker(queue, 8).run();

    assertThat(queue.reports()).hasSize(2);
    assertThat(queue.fetches()).doesNotContain(Leases.CHECKPOINT);
    assertThat(queue.checkpoints()).isEmpty();
  }

  /** Two machines may differ in the last bits of what they make. */
  @Test
  void whatAnotherHadKeptIsUsedAlsoByTheOneWhoWasLater() {
    byte[] theirs = otherContent();
    FakeQueue there = queue();
    there.checkpoints().put(Leases.CHECKPOINT, theirs);
    addAll(there, 1, 4);
    worker(there, 8).run();

    FakeQueue late = queue();
    late.setBeforeKeeping(() -> late.checkpoints().put(Leases.CHECKPOINT, theirs));
    addAll(late, 1, 4);
    worker(late, 8).run();

    FakeQueue own = queue();
    addAll(own, 1, 4);
    worker(own, 8).run();

    assertThat(utilities(late)).isEqualTo(utilities(there)).isNotEqualTo(utilities(own));
  }

  @Test
  void aDamagedContentIsRefusedWithWordsAndNeverUsed() {
    byte[] damaged = otherContent();
    damaged[damaged.length / 2] ^= 1;
    FakeQueue queue = queue();
    queue.checkpoints().put(Leases.CHECKPOINT, damaged);
    addAll(queue, 1, 3);
    worker(queue, 8).run();

    assertThat(queue.reports()).isEmpty();
    assertThat(queue.failures())
        .hasSize(2)
        .containsValue("checkpoints/test: the weights are damaged: their checksum is another");
    assertThat(queue.checkpoints().get(Leases.CHECKPOINT)).isEqualTo(damaged);
  }

  private byte[] otherContent() {
    EvaluationRequest request = ((ImageWork) Leases.finetuning("any", 1, 0).work()).request();
    TrainedWeights made = trainer.start(images, request, () -> false);
    ModelOptions model = trainer.model(images, request.options());
    assertThat(made.options()).isEqualTo(model);
    float[] weights = made.weights();
    weights[0] += 0.01f;
    return WeightsFormat.encode(made.withWeights(weights), trainer.originOfStart(images, request));
  }

  private WorkerLoop worker(FakeQueue queue, int batch) {
    return new WorkerLoop(
        queue,
        new ImageEvaluations(queue, new CoalitionEvaluator(device)),
        Tracing.fromEnvironment(),
        Duration.ofMillis(20),
        batch);
  }

  private static FakeQueue queue() {
    FakeQueue queue = new FakeQueue();
    queue.setImageSets(ShapeCollection::named);
    return queue;
  }

  private static void addAll(FakeQueue queue, int first, int end) {
    for (int coalition = first; coalition < end; coalition++) {
      queue.add(Leases.finetuning("task" + coalition, coalition, 0));
    }
  }

  private static Map<String, Map<String, Double>> utilities(FakeQueue queue) {
    Map<String, Map<String, Double>> utilities = new TreeMap<>();
    queue.reports().forEach((lease, report) -> utilities.put(lease, report.utilities()));
    return utilities;
  }
}

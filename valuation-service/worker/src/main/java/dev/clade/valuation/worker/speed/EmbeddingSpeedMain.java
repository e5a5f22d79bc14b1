package dev.clade.valuation.worker.speed;

import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.contrastive.EpochReport;
import dev.clade.valuation.worker.contrastive.TrainingHooks;
import dev.clade.valuation.worker.contrastive.TrainingSet;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads requests line by line, {@code train 10000 2} for repositories and epochs, trains with one
 * thread and answers with a line of JSON: the seconds of the epochs' steps, how many there were,
 * the mean loss of the last epoch and the number of weights. It ends with its input.
 */
public final class EmbeddingSpeedMain {
  private final ContrastiveTrainer trainer =
      new ContrastiveTrainer(ComputeDevice.open(DeviceChoice.CPU));
  private TrainingSet hub;

  private EmbeddingSpeedMain() {}

  /** Answers requests. */
  public static void main(String[] arguments) throws IOException {
    EmbeddingSpeedMain program = new EmbeddingSpeedMain();
    Requests.serve(
        request -> program.train(Integer.parseInt(request[1]), Integer.parseInt(request[2])));
  }

  private String train(int rows, int epochs) {
    if (hub == null || hub.rows().length != rows) {
      hub = DrawnHub.of(rows);
    }
    NetworkShape shape =
        NetworkShape.of(
            hub.features(),
            NetworkShape.USUAL_VIEWS,
            hub.labels().stream().map(label -> label.task()).toList());
    NetworkWeights start = ContrastiveTrainer.untrained(shape, 1);
    ContrastivePlan recommended = ContrastivePlan.forRows(rows);
    ContrastivePlan plan =
        new ContrastivePlan(
            epochs,
            recommended.batchSize(),
            recommended.denseRate(),
            recommended.tableRate(),
            0,
            recommended.patience(),
            recommended.dropout(),
            recommended.losses());
    StepClock clock = new StepClock();
    List<EpochReport> reports = new ArrayList<>();
    trainer.train(
        start,
        hub,
        plan,
        1,
        new TrainingHooks(
            Optional.empty(), Optional.empty(), clock, reports::add, clock::stepBegins));
    return String.format(
        Locale.ROOT,
        "{\"steps\": %d, \"seconds\": %.6f, \"loss\": %.6f, \"weights\": %d}",
        epochs * Math.ceilDiv(rows, plan.batchSize()),
        clock.seconds(),
        reports.getLast().losses().total(),
        start.count());
  }
}

package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.WeightsFormat;
import dev.clade.valuation.worker.evaluation.CoalitionTrainer;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.telemetry.EventLog;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What fine-tuning starts from: the same for all workers, whoever made it, because floats depend on
 * the machine. What the queue keeps is used; a worker that finds nothing there makes it, and uses
 * what another had kept meanwhile. The ones used last stay in memory.
 */
final class Checkpoints {
  private static final EventLog LOG = EventLog.of(Checkpoints.class);
  private static final int MOST_KEPT = 2;

  private final EvaluationQueue queue;
  private final CoalitionTrainer trainer;
  private final LinkedHashMap<String, TrainedWeights> recent =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true);

  Checkpoints(EvaluationQueue queue, CoalitionTrainer trainer) {
    this.queue = queue;
    this.trainer = trainer;
  }

  /**
   * Returns a checkpoint, fetched or made if need be.
   *
   * @param name resource name
   * @param request any that starts from it
   * @param cancelled asked between training steps whether to stop
   * @throws IllegalArgumentException when what is kept is damaged or something else
   */
  TrainedWeights get(
      String name, ImageCollection images, EvaluationRequest request, BooleanSupplier cancelled) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "checkpoint: a coalition that is fine-tuned needs one to start from");
    }
    TrainedWeights known = recent.get(name);
    if (known != null) {
      return known;
    }
    Optional<byte[]> kept = queue.checkpoint(name);
    TrainedWeights weights =
        kept.isPresent()
            ? read(name, kept.get(), images, request)
            : make(name, images, request, cancelled);
    if (recent.size() == MOST_KEPT) {
      recent.pollFirstEntry();
    }
    recent.put(name, weights);
    return weights;
  }

  private TrainedWeights make(
      String name, ImageCollection images, EvaluationRequest request, BooleanSupplier cancelled) {
    long start = System.nanoTime();
    TrainedWeights made = trainer.start(images, request, cancelled);
    byte[] content = WeightsFormat.encode(made, trainer.originOfStart(images, request));
    boolean kept = queue.keepCheckpoint(name, content);
    LOG.info(
        "checkpoint made",
        "checkpoint",
        name,
        "bytes",
        content.length,
        "seconds",
        (System.nanoTime() - start) / 1_000_000 / 1000.0,
        "kept",
        kept);
    if (kept) {
      return made;
    }
    return read(name, queue.checkpoint(name).orElseThrow(), images, request);
  }

  private TrainedWeights read(
      String name, byte[] content, ImageCollection images, EvaluationRequest request) {
    ModelOptions model = trainer.model(images, request.options());
    try {
      TrainedWeights weights =
          WeightsFormat.decode(content, model, trainer.originOfStart(images, request));
      LOG.info("checkpoint loaded", "checkpoint", name, "bytes", content.length);
      return weights;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}

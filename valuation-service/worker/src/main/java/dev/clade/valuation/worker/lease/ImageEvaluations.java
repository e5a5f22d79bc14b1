package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.evaluation.CoalitionEvaluator;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.reference.ReferenceTrainer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Evaluates coalitions of images, with what the queue keeps of them. */
public final class ImageEvaluations implements Evaluator {
  private final CoalitionEvaluator evaluator;
  private final PreparedImageSets imageSets;
  private final Checkpoints checkpoints;

  /**
   * Creates an evaluator.
   *
   * @param queue where images and checkpoints are
   * @param evaluator does the work
   */
  public ImageEvaluations(EvaluationQueue queue, CoalitionEvaluator evaluator) {
    this.evaluator = evaluator;
    this.imageSets = new PreparedImageSets(queue, new ReferenceTrainer());
    this.checkpoints = new Checkpoints(queue, evaluator.trainer());
  }

  @Override
  public EvaluationReport evaluate(Lease lease, BooleanSupplier gone, BooleanSupplier allGone) {
    if (!(lease.work() instanceof ImageWork work)) {
      throw new IllegalArgumentException("trainer: this worker has the one of images alone");
    }
    PreparedImageSets.Prepared prepared = imageSets.get(work.imageSet());
    ImageCollection images = prepared.images();
    EvaluationRequest request = work.request();
    // What others of the batch start from, too, is made as long as one of them is left.
    Optional<TrainedWeights> checkpoint =
        evaluator.trainer().startsFromAnother(images, request)
            ? Optional.of(checkpoints.get(work.checkpoint(), images, request, allGone))
            : Optional.empty();
    long start = System.nanoTime();
    Map<String, Double> utilities =
        evaluator.evaluate(images, prepared.reference(), request, checkpoint, gone);
    return new EvaluationReport(
        utilities, prepared.reference().hash(), Duration.ofNanos(System.nanoTime() - start));
  }
}

package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.diffusion.Denoiser;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.diffusion.TrainingMethod;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.fixture.Trainers;
import java.time.Duration;
import java.util.BitSet;

/** Leases of evaluations of one run. */
final class Leases {
  static final Duration DURATION = Duration.ofSeconds(30);
  static final String CHECKPOINT = "checkpoints/test";

  private Leases() {}

  /** Returns a lease of a retraining. */
  static Lease retraining(String id, int coalition, int replicate) {
    return lease(id, coalition, replicate, Trainers.quick(10), DURATION);
  }

  /** Returns a lease of a retraining that takes far longer than any test. */
  static Lease endless(String id) {
    return lease(id, 3, 0, Trainers.quick(1_000_000), DURATION);
  }

  /** Returns a lease of a sparsified fine-tuning. */
  static Lease finetuning(String id, int coalition, int replicate) {
    return lease(
        id,
        coalition,
        replicate,
        Trainers.quick(
            30, new TrainingMethod.SparsifiedFinetuning(10, 0.5), new Denoiser.OfDenseLayers(16)),
        DURATION);
  }

  /** Returns a lease of some duration. */
  static Lease lasting(Duration duration, String id) {
    return lease(id, 1, 0, Trainers.quick(10), duration);
  }

  private static Lease lease(
      String id, int coalition, int replicate, TrainerOptions options, Duration duration) {
    return new Lease(
        id,
        "valuations/test",
        new ImageWork(
            "imageSets/test",
            new EvaluationRequest(BitSet.valueOf(new long[] {coalition}), replicate, 7, options),
            CHECKPOINT),
        duration,
        "");
  }
}

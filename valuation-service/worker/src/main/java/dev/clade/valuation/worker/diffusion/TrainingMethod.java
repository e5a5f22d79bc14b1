package dev.clade.valuation.worker.diffusion;

/** How the model of a coalition comes about; ranges are those of the contract. */
public sealed interface TrainingMethod {
  /** From its first weights. */
  record Retraining() implements TrainingMethod {}

  /**
   * From the model of everybody, trained on with the coalition's images alone.
   *
   * @param steps optimizer steps on the coalition's images, 1 to 1,000,000
   */
  record Finetuning(int steps) implements TrainingMethod {
    /** Checks the range. */
    public Finetuning {
      requireSteps(steps);
    }
  }

  /**
   * From a narrower model, pruned from that of everybody and trained on with everybody's images
   * first, for as many steps as the model that it was pruned from.
   *
   * @param steps optimizer steps on the coalition's images, 1 to 1,000,000
   * @param removedShare share of the channels that pruning removes, above 0 and at most 0.9
   */
  record SparsifiedFinetuning(int steps, double removedShare) implements TrainingMethod {
    /** Checks the ranges. */
    public SparsifiedFinetuning {
      requireSteps(steps);
      if (!(removedShare > 0 && removedShare <= 0.9)) {
        throw new IllegalArgumentException(
            "removed_share must be in (0, 0.9]; it is " + removedShare);
      }
    }
  }

  private static void requireSteps(int steps) {
    Ranges.require("finetuning_steps", steps, 1, 1_000_000);
  }
}

package dev.clade.valuation.worker.diffusion;

/** A training that was told to stop. */
public final class TrainingCancelledException extends RuntimeException {
  TrainingCancelledException() {
    super("the training was told to stop");
  }
}

package dev.clade.valuation.worker.training;

/** A training that was told to stop. */
public final class TrainingCancelledException extends RuntimeException {
  /** Creates a failure. */
  public TrainingCancelledException() {
    super("the training was told to stop");
  }
}

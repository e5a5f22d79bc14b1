package dev.clade.valuation.worker.training;

/** A training or sample whose numbers were no longer finite. */
public final class DivergedException extends RuntimeException {
  /**
   * Creates a failure.
   *
   * @param message one sentence for people that says what diverged and when
   */
  public DivergedException(String message) {
    super(message);
  }
}

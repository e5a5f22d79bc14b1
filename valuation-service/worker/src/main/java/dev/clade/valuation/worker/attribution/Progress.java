package dev.clade.valuation.worker.attribution;

/** Told how far a computation is. */
@FunctionalInterface
public interface Progress {
  /**
   * Called after every gradient.
   *
   * @param done gradients taken so far
   * @param total gradients to take
   */
  void at(int done, int total);
}

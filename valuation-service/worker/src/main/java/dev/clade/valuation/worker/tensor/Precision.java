package dev.clade.valuation.worker.tensor;

/** The numbers that a training's products and convolutions are computed in. */
public enum Precision {
  /** Floating point of 32 bits. */
  FLOAT32,
  /**
   * Floating point of 16 bits with the range of 32, where it does no harm; weights, losses, sums
   * and the optimizer stay in 32 bits. It needs a CUDA device: processors gain nothing by it.
   */
  BFLOAT16;

  /**
   * Checks that a device gains by this precision.
   *
   * @throws IllegalArgumentException when it does not
   */
  public void requireFit(ComputeDevice device) {
    if (this == BFLOAT16 && !device.isCuda()) {
      throw new IllegalArgumentException(
          "precision BFLOAT16 needs a CUDA device; the device is " + device.name());
    }
  }
}

package dev.clade.valuation.worker.tensor;

/** Which device a worker is told to use. */
public enum DeviceChoice {
  /** The processor. */
  CPU,
  /** The first CUDA device; without one the worker does not start. */
  CUDA,
  /** The first CUDA device where there is one, the processor otherwise. */
  AUTO
}

package dev.clade.valuation.worker.random;

/** What random numbers are drawn for; each purpose has streams of its own. */
public enum Purpose {
  /** Weights at the start of a training. */
  INITIALIZATION,
  /** The order in which a training sees its images. */
  BATCH_ORDER,
  /** Times at which a training looks at the diffusion. */
  TIMESTEP,
  /** The noise that a training adds to its images. */
  TRAINING_NOISE,
  /** The noise that generated images start from. */
  SAMPLING_NOISE,
  /** The noise that a trained model is asked about. */
  QUERY_NOISE,
  /** The signs of a random projection. */
  PROJECTION,
  /** What a bootstrap or a permutation test draws. */
  RESAMPLING,
  /** What a batch has beside the rows whose turn it is. */
  COMPANIONS,
  /** The views that a training hides. */
  VIEW_DROPOUT,
  /** The tokens that a training hides. */
  TOKEN_DROPOUT
}

package dev.clade.valuation.server.domain;

/** How a coalition's model comes about. */
public enum TrainingMethod {
  /** Trained from random weights. */
  RETRAIN,
  /** The model of all contributors, trained on with the coalition's images. */
  FINETUNE,
  /** As {@link #FINETUNE}, from a narrower copy of that model. */
  SPARSIFIED_FINETUNE
}

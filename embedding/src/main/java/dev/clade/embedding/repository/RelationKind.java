package dev.clade.embedding.repository;

/** How a repository says that it comes from something else. */
public enum RelationKind {
  /** All weights were trained on. */
  FINETUNE,
  /** Weights to be added to those of a base model. */
  ADAPTER,
  /** The same weights with less precision. */
  QUANTIZED,
  /** Weights of several models, put together. */
  MERGE,
  /** A base model was named and nothing said of how. */
  UNSPECIFIED_DERIVATION,
  /** A dataset that it was trained on. */
  TRAINED_ON,
  /** A space or collection that uses it. */
  USED_IN,
  /** A paper about it. */
  PAPER;

  /** Returns whether the other end is a base model. */
  public boolean isDerivation() {
    return switch (this) {
      case FINETUNE, ADAPTER, QUANTIZED, MERGE, UNSPECIFIED_DERIVATION -> true;
      case TRAINED_ON, USED_IN, PAPER -> false;
    };
  }
}

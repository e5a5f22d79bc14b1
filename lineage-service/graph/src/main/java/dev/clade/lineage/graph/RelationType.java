package dev.clade.lineage.graph;

/** How one artifact stems from another. */
public enum RelationType {
  /** Fine-tuned from the upstream model. */
  FINETUNE(1, true),
  /** An adapter, such as a LoRA, of the upstream model. */
  ADAPTER(2, true),
  /** A quantized form of the upstream model. */
  QUANTIZED(3, true),
  /** Merged from the upstream model and others. */
  MERGE(4, true),
  /** A base model was declared without saying how the model was derived from it. */
  UNSPECIFIED_DERIVATION(5, true),
  /** Trained on the upstream dataset. */
  TRAINED_ON(6, false),
  /** The space uses the upstream model or dataset. */
  USED_IN(7, false),
  /** Cites the upstream paper. */
  PAPER(8, false);

  private final int code;
  private final boolean derivation;

  RelationType(int code, boolean derivation) {
    this.code = code;
    this.derivation = derivation;
  }

  /** Returns the type's number in the graph's arrays, 1 to 8. */
  int code() {
    return code;
  }

  /** Whether the relation makes the upstream artifact a base model, which families follow. */
  public boolean isDerivation() {
    return derivation;
  }
}

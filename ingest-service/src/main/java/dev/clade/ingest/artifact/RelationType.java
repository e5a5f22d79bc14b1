package dev.clade.ingest.artifact;

/**
 * How an artifact stems from its upstream one. The code is what the contract's {@code RelationType}
 * and the database use; it never changes.
 */
public enum RelationType {
  /** Fine-tuned from the upstream model. */
  FINETUNE(1),
  /** An adapter, such as a LoRA, of the upstream model. */
  ADAPTER(2),
  /** A quantized form of the upstream model. */
  QUANTIZED(3),
  /** Merged from the upstream model and others. */
  MERGE(4),
  /** Derived from the upstream model, the record does not say how. */
  UNSPECIFIED_DERIVATION(5),
  /** Trained on the upstream dataset. */
  TRAINED_ON(6),
  /** The space uses the upstream model or dataset. */
  USED_IN(7),
  /** Cites the upstream paper. */
  PAPER(8);

  private final short code;

  RelationType(int code) {
    this.code = (short) code;
  }

  /** Returns the type of a code. */
  public static RelationType ofCode(short code) {
    for (RelationType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("no relation type has the code " + code);
  }

  /** Returns the code of the contract and the database, from 1 to 8. */
  public short code() {
    return code;
  }
}

package dev.clade.lineage.graph;

/**
 * Type and origin of an edge in one byte, as the graph's arrays hold them: the type's code in the
 * lower four bits, above them 1 for an inferred relation.
 */
public final class EdgeLabel {
  private static final int INFERRED = 1 << 4;
  private static final int TYPE_MASK = INFERRED - 1;
  private static final RelationType[] TYPE_OF_CODE = new RelationType[TYPE_MASK];

  static {
    for (RelationType type : RelationType.values()) {
      TYPE_OF_CODE[type.code()] = type;
    }
  }

  private EdgeLabel() {}

  /** Returns the label of a type and an origin. */
  public static byte of(RelationType type, RelationOrigin origin) {
    return (byte) (type.code() | (origin == RelationOrigin.INFERRED ? INFERRED : 0));
  }

  /** Returns the type that a label holds. */
  public static RelationType type(byte label) {
    return TYPE_OF_CODE[code(label)];
  }

  /** Returns the origin that a label holds. */
  public static RelationOrigin origin(byte label) {
    return (label & INFERRED) == 0 ? RelationOrigin.DECLARED : RelationOrigin.INFERRED;
  }

  /** Returns the code of the type that a label holds. */
  static int code(byte label) {
    return label & TYPE_MASK;
  }
}

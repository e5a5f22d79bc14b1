package dev.clade.lineage.graph;

import java.util.Arrays;
import java.util.Collection;

/** A set of relation types to walk along. */
public final class RelationFilter {
  /** Every type. */
  public static final RelationFilter ALL = of(Arrays.asList(RelationType.values()));

  /** The types that make the upstream artifact a base model. */
  public static final RelationFilter DERIVATIONS =
      of(Arrays.stream(RelationType.values()).filter(RelationType::isDerivation).toList());

  private final int types;

  private RelationFilter(int types) {
    this.types = types;
  }

  /** Returns the filter that accepts these types. */
  public static RelationFilter of(Collection<RelationType> types) {
    int bits = 0;
    for (RelationType type : types) {
      bits |= 1 << type.code();
    }
    return new RelationFilter(bits);
  }

  /** Whether edges with this {@link EdgeLabel} are walked. */
  public boolean accepts(byte label) {
    return (types & (1 << EdgeLabel.code(label))) != 0;
  }
}

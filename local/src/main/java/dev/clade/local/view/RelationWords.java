package dev.clade.local.view;

import dev.clade.hub.v1.RelationType;

/** Relation types in words. */
public final class RelationWords {
  private RelationWords() {}

  /** Returns what an artifact does with its upstream one, such as {@code finetunes}. */
  public static String of(RelationType type) {
    return switch (type) {
      case RELATION_TYPE_FINETUNE -> "finetunes";
      case RELATION_TYPE_ADAPTER -> "adapts";
      case RELATION_TYPE_QUANTIZED -> "quantizes";
      case RELATION_TYPE_MERGE -> "merges";
      case RELATION_TYPE_UNSPECIFIED_DERIVATION -> "derives from";
      case RELATION_TYPE_TRAINED_ON -> "trained on";
      case RELATION_TYPE_USED_IN -> "uses";
      case RELATION_TYPE_PAPER -> "cites";
      case RELATION_TYPE_UNSPECIFIED, UNRECOGNIZED -> "relates to";
    };
  }

  /** Returns what the artifact is of its upstream one, such as {@code finetune}. */
  public static String noun(RelationType type) {
    return switch (type) {
      case RELATION_TYPE_FINETUNE -> "finetune";
      case RELATION_TYPE_ADAPTER -> "adapter";
      case RELATION_TYPE_QUANTIZED -> "quantized";
      case RELATION_TYPE_MERGE -> "merge";
      case RELATION_TYPE_UNSPECIFIED_DERIVATION -> "derived";
      case RELATION_TYPE_TRAINED_ON -> "trained on";
      case RELATION_TYPE_USED_IN -> "used in";
      case RELATION_TYPE_PAPER -> "paper";
      case RELATION_TYPE_UNSPECIFIED, UNRECOGNIZED -> "related";
    };
  }
}

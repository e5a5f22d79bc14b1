package dev.clade.local.command;

import dev.clade.hub.v1.RelationType;

/** Relation types, as typed. */
enum RelationKind {
  FINETUNE,
  ADAPTER,
  QUANTIZED,
  MERGE,
  UNSPECIFIED_DERIVATION,
  TRAINED_ON,
  USED_IN,
  PAPER;

  RelationType type() {
    return RelationType.valueOf("RELATION_TYPE_" + name());
  }
}

package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.documentation.Card;
import java.util.OptionalLong;

/** What highly maintained models are compared with the others by. */
enum ModelMeasure {
  /** The size of all files. */
  BYTES,
  /** Downloads as the hub counts them, of the 30 days before. */
  DOWNLOADS,
  /** How many people like it. */
  LIKES,
  /** The characters of the card, 0 when it was looked for in vain. */
  CARD_LENGTH;

  /** Measures a model; NaN where it was never fetched. */
  double of(Repository model) {
    return switch (this) {
      case BYTES -> known(model.bytes());
      case DOWNLOADS -> model.downloads();
      case LIKES -> model.likes();
      case CARD_LENGTH -> model.card().map(Card::length).map(Double::valueOf).orElse(Double.NaN);
    };
  }

  private static double known(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : Double.NaN;
  }
}

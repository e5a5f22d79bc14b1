package dev.clade.lineage.server.export;

import java.util.Locale;

/** Writes the graph's enumerations as documents have them, such as {@code trained_on}. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

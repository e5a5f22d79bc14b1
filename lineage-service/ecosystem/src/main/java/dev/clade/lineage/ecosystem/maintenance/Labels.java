package dev.clade.lineage.ecosystem.maintenance;

import java.util.Locale;

/** How constants are called in tables. */
final class Labels {
  private Labels() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

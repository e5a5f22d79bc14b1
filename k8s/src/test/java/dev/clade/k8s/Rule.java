package dev.clade.k8s;

import java.util.List;
import java.util.Locale;

/** A convention that manifests keep to. */
interface Rule {

  /** Returns who breaks it, and how; nothing when all keep to it. */
  List<String> violations(RenderedManifests manifests);

  /** Returns the name of an enumeration's rule. */
  String name();

  /** Returns the rule as a few words. */
  default String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

package dev.clade.lineage.graph.license;

import java.util.Collections;
import java.util.Set;

/**
 * What became of a base model's licenses in a model derived from it, in the classes of Stalnaker et
 * al. (arXiv 2502.04484) and two more. Identifiers count as they are declared, {@code other} among
 * them.
 *
 * <p>The study tells several licenses apart by how many there are, so that one of equal size on
 * both sides would be in no class. It had no such case; here sets are compared, so that the same
 * classes tell what became of any other trait with several values.
 */
public enum LicenseChange {
  /**
   * One of the two is not catalogued, so nobody knows its licenses. The study takes such models for
   * ones that declare none.
   */
  UNKNOWN,
  /** Both declare the same licenses, or none. */
  SAME,
  /** The base declares licenses, the derived model none. */
  DROPPED,
  /** The base declares none, the derived model does. */
  ADDED,
  /** Both declare licenses, but none in common. */
  NO_OVERLAP,
  /** All of the base's licenses, and others. */
  EXTRA_ADDED,
  /** Some of the base's licenses, and no others. */
  SOME_REMOVED,
  /** Some of the base's licenses, and others; not a class of the study. */
  SOME_REPLACED;

  /** Returns the class of a derivation whose models are both catalogued. */
  public static LicenseChange of(Set<String> base, Set<String> derived) {
    if (base.equals(derived)) {
      return SAME;
    }
    if (derived.isEmpty()) {
      return DROPPED;
    }
    if (base.isEmpty()) {
      return ADDED;
    }
    if (derived.containsAll(base)) {
      return EXTRA_ADDED;
    }
    if (base.containsAll(derived)) {
      return SOME_REMOVED;
    }
    return Collections.disjoint(base, derived) ? NO_OVERLAP : SOME_REPLACED;
  }
}

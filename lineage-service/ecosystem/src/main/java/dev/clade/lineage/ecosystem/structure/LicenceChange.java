package dev.clade.lineage.ecosystem.structure;

import java.util.Collections;
import java.util.Set;

/**
 * What became of a base model's licences in a model derived from it, in the classes of Stalnaker et
 * al. (arXiv 2502.04484) and two more.
 *
 * <p>The study tells several licences apart by how many there are, so that one of equal size on
 * both sides would be in no class. It had no such case; here sets are compared.
 */
public enum LicenceChange {
  /**
   * One of the two is not catalogued, so nobody knows its licences. The study takes such models for
   * ones that declare none.
   */
  UNKNOWN,
  /** Both declare the same licences, or none. */
  SAME,
  /** The base declares licences, the derived model none. */
  DROPPED,
  /** The base declares none, the derived model does. */
  ADDED,
  /** Both declare licences, but none in common. */
  NO_OVERLAP,
  /** All of the base's licences, and others. */
  EXTRA_ADDED,
  /** Some of the base's licences, and no others. */
  SOME_REMOVED,
  /** Some of the base's licences, and others; not a class of the study. */
  SOME_REPLACED;

  /** Returns the class of a derivation whose models are both catalogued. */
  public static LicenceChange between(Set<String> base, Set<String> derived) {
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

package dev.clade.lineage.graph.license;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * How the declared licenses differ from a parent to its child, as Stalnaker et al. (TOSEM 2025)
 * class the pairs. Identifiers count as they are declared, {@code other} among them.
 */
public enum LicenseChange {
  /** Neither declares any. */
  NONE,
  /** Both declare the same ones. */
  SAME,
  /** The parent declares some, the child none. */
  DROPPED,
  /** The parent declares none, the child some. */
  ADDED,
  /** Both declare some, none in common. */
  NO_OVERLAP,
  /** The child keeps all and declares more. */
  EXTRA_ADDED,
  /** The child keeps some and declares no other. */
  SOME_REMOVED,
  /** The child keeps some and declares others. */
  SOME_REPLACED;

  /** Returns how a child's licenses differ from its parent's. */
  public static LicenseChange of(Collection<String> parent, Collection<String> child) {
    Set<String> before = Set.copyOf(parent);
    Set<String> after = Set.copyOf(child);
    if (before.equals(after)) {
      return before.isEmpty() ? NONE : SAME;
    }
    if (after.isEmpty()) {
      return DROPPED;
    }
    if (before.isEmpty()) {
      return ADDED;
    }
    if (Collections.disjoint(before, after)) {
      return NO_OVERLAP;
    }
    if (after.containsAll(before)) {
      return EXTRA_ADDED;
    }
    return before.containsAll(after) ? SOME_REMOVED : SOME_REPLACED;
  }
}

package dev.clade.lineage.graph.license;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a child's licenses keep what its parent's demand of derivatives.
 *
 * @param verdict what is found
 * @param breach what a conflict breaks; empty otherwise
 * @param unknown identifiers that the table does not have and that would have to be known, in
 *     order; empty for a child or parent that declares none
 */
public record LicenseFinding(Verdict verdict, Optional<Breach> breach, Set<String> unknown) {
  /** What can be said of a pair. */
  public enum Verdict {
    /** Each license of the child is one that a license of the parent allows. */
    COMPATIBLE,
    /** A license of the child is one that no license of the parent allows. */
    CONFLICT,
    /** A side declares none, or one that the table does not have. */
    UNKNOWN
  }

  /**
   * Terms that are not kept.
   *
   * @param license the parent's license that asks for them: of several the one with the fewest
   *     terms broken
   * @param derivative the child's license that does not keep them, the first of several; empty when
   *     none could
   * @param terms the terms
   */
  public record Breach(License license, Optional<License> derivative, Set<LicenseTerm> terms) {
    /** Keeps an unchangeable copy of the set. */
    public Breach {
      terms = Set.copyOf(terms);
    }
  }

  /**
   * Judges a pair. Of several licenses of the parent a maker may choose one; several of the child
   * are offered to its users, so each must be allowed. Where all of the parent's forbid derivatives
   * any child is a conflict, also one that declares no license.
   */
  public static LicenseFinding of(
      LicenseTable table, Collection<String> parent, Collection<String> child) {
    Set<String> unknown = new TreeSet<>();
    List<License> parents = known(table, parent, unknown);
    boolean allParentsKnown = !parents.isEmpty() && parents.size() == parent.size();
    if (allParentsKnown && parents.stream().allMatch(LicenseFinding::forbidsDerivatives)) {
      return conflict(
          new Breach(parents.getFirst(), Optional.empty(), Set.of(LicenseTerm.NO_DERIVATIVES)));
    }
    List<License> children = known(table, child, unknown);
    boolean allAllowed = !children.isEmpty() && children.size() == child.size();
    for (License license : children) {
      Optional<Breach> least = leastBreach(parents, license);
      boolean isAllowed = least.isPresent() && least.get().terms().isEmpty();
      if (!isAllowed && allParentsKnown) {
        return conflict(least.orElseThrow());
      }
      allAllowed &= isAllowed;
    }
    return new LicenseFinding(
        allAllowed ? Verdict.COMPATIBLE : Verdict.UNKNOWN,
        Optional.empty(),
        allAllowed ? Set.of() : unknown);
  }

  private static Optional<Breach> leastBreach(List<License> parents, License child) {
    return parents.stream()
        .map(parent -> new Breach(parent, Optional.of(child), parent.brokenBy(child)))
        .min(Comparator.comparingInt(breach -> breach.terms().size()));
  }

  private static boolean forbidsDerivatives(License license) {
    return license.terms().contains(LicenseTerm.NO_DERIVATIVES);
  }

  private static LicenseFinding conflict(Breach breach) {
    return new LicenseFinding(Verdict.CONFLICT, Optional.of(breach), Set.of());
  }

  private static List<License> known(
      LicenseTable table, Collection<String> ids, Set<String> unknown) {
    return ids.stream()
        .map(
            id -> {
              Optional<License> license = table.find(id);
              if (license.isEmpty()) {
                unknown.add(id);
              }
              return license;
            })
        .flatMap(Optional::stream)
        .toList();
  }
}

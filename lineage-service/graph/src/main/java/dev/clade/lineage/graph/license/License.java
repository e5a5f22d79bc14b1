package dev.clade.lineage.graph.license;

import java.util.EnumSet;
import java.util.Set;

/**
 * A license of the table.
 *
 * @param id the hub's identifier, lower case
 * @param terms what it asks
 * @param compatible identifiers of other licenses that derivatives may have although it asks for
 *     the same one
 * @param source the text, with the place in it, that says so
 */
public record License(String id, Set<LicenseTerm> terms, Set<String> compatible, String source) {
  /** Keeps unchangeable copies of the sets. */
  public License {
    terms = Set.copyOf(terms);
    compatible = Set.copyOf(compatible);
  }

  /**
   * Returns the terms that a derivative under another license would break, in their order; none
   * when it may have that license.
   */
  public Set<LicenseTerm> brokenBy(License derivative) {
    EnumSet<LicenseTerm> broken = EnumSet.noneOf(LicenseTerm.class);
    for (LicenseTerm term : terms) {
      if (term.bindsLicense() && !isKept(term, derivative)) {
        broken.add(term);
      }
    }
    return broken;
  }

  private boolean isKept(LicenseTerm term, License derivative) {
    return switch (term) {
      case NO_DERIVATIVES -> false;
      case SHARE_ALIKE -> derivative.id.equals(id) || compatible.contains(derivative.id);
      // Research is not commercial.
      case NON_COMMERCIAL ->
          derivative.terms.contains(term) || derivative.terms.contains(LicenseTerm.RESEARCH_ONLY);
      default -> derivative.terms.contains(term);
    };
  }
}

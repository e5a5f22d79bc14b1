package dev.clade.lineage.ecosystem.structure;

import java.util.List;

/**
 * Licenses that became others.
 *
 * @param base what the base model declares, sorted; empty when it declares none
 * @param derived what the derived model declares, sorted; empty when it declares none
 * @param count how often
 */
public record LicenseTransition(List<String> base, List<String> derived, long count) {
  /** Keeps unchangeable copies of the lists. */
  public LicenseTransition {
    base = List.copyOf(base);
    derived = List.copyOf(derived);
  }
}

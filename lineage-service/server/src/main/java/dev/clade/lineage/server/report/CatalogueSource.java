package dev.clade.lineage.server.report;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;

/** Where reports read what the graph does not have. */
public interface CatalogueSource {
  /**
   * Returns the catalogue as it is now. Its reading blocks, and throws {@link
   * dev.clade.runtime.error.CladeException} for {@link
   * dev.clade.runtime.error.Reason#DEPENDENCY_UNAVAILABLE} when the catalogue stays away, and for
   * {@link dev.clade.runtime.error.Reason#DEADLINE_EXCEEDED} when all of it together takes longer
   * than {@link ReportSettings#readDeadline}.
   */
  Catalogue open();
}

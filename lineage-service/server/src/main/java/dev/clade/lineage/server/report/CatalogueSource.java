package dev.clade.lineage.server.report;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import java.time.Duration;

/** Where what the graph does not have is read in bulk. */
public interface CatalogueSource {
  /**
   * Returns the catalogue as it is now. Its reading blocks, and throws {@link
   * dev.clade.runtime.error.CladeException} for {@link
   * dev.clade.runtime.error.Reason#DEPENDENCY_UNAVAILABLE} when the catalogue stays away, and for
   * {@link dev.clade.runtime.error.Reason#DEADLINE_EXCEEDED} when all of it together takes longer
   * than told.
   */
  Catalogue open(Duration longest);
}

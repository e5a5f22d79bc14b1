package dev.clade.ingest.store;

/**
 * What an import counted.
 *
 * @param created records that were new to the catalogue: of artifacts, commits or discussions
 * @param updated records that changed what the catalogue had
 * @param unchanged records that changed nothing
 * @param quarantined records that were refused
 */
public record ImportCounts(long created, long updated, long unchanged, long quarantined) {

  /** Returns the records read: the sum of all. */
  public long records() {
    return created + updated + unchanged + quarantined;
  }
}

package dev.clade.valuation.server.domain;

import java.util.List;

/**
 * A contributor whose data only workers know.
 *
 * @param id identifier, unique in its set
 * @param displayName name for people; may be empty
 * @param itemCount items that it gave; 0 when nobody says
 * @param sources names of artifacts, or URIs
 * @param contentHash hash of the data; may be empty
 * @param licenses licence identifiers of the data
 */
public record DataContributor(
    String id,
    String displayName,
    long itemCount,
    List<String> sources,
    String contentHash,
    List<String> licenses) {

  /** Copies the lists. */
  public DataContributor {
    sources = List.copyOf(sources);
    licenses = List.copyOf(licenses);
  }
}

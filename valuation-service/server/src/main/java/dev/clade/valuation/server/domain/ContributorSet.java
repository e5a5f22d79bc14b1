package dev.clade.valuation.server.domain;

import java.util.List;

/**
 * Contributors whose data only workers know.
 *
 * @param id hash of the content
 * @param contributors sorted by id, with sorted sources and licences
 */
public record ContributorSet(String id, List<DataContributor> contributors) {

  /** Copies the list. */
  public ContributorSet {
    contributors = List.copyOf(contributors);
  }
}

package dev.clade.ingest.store;

import java.util.Set;

/**
 * What writing commits or discussions did.
 *
 * @param created how many the catalogue did not have
 * @param updated how many it had otherwise
 * @param artifacts whose they are, by resource name
 */
record Written(long created, long updated, Set<String> artifacts) {
  /** Takes an unmodifiable copy of the set. */
  Written {
    artifacts = Set.copyOf(artifacts);
  }
}

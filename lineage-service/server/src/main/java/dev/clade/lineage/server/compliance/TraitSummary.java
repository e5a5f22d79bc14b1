package dev.clade.lineage.server.compliance;

import dev.clade.lineage.ecosystem.drift.MutationRate;
import dev.clade.lineage.graph.license.LicenseChange;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of a trait along several relations.
 *
 * @param counts how many relations show each change, of those that any shows
 * @param mutation how much changed, where both sides have values
 */
public record TraitSummary(Map<LicenseChange, Long> counts, MutationRate mutation) {
  /** Keeps an unchangeable copy of the counts. */
  public TraitSummary {
    Map<LicenseChange, Long> copy = new EnumMap<>(LicenseChange.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /** Returns how many relations there are. */
  public long relations() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Adds relation after relation up. */
  static final class Sum {
    private final Map<LicenseChange, Long> counts = new EnumMap<>(LicenseChange.class);
    private MutationRate mutation = MutationRate.NONE;

    void add(TraitChange change) {
      counts.merge(change.change(), 1L, Long::sum);
      mutation = mutation.plus(change.mutation());
    }

    TraitSummary summary() {
      return new TraitSummary(counts, mutation);
    }
  }
}

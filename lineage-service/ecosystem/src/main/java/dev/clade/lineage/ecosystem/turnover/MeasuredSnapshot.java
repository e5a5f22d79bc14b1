package dev.clade.lineage.ecosystem.turnover;

import java.util.Map;

/**
 * What a measure was of each repository at one moment.
 *
 * @param label the moment, for people
 * @param values the measure, such as downloads, by identifier
 */
public record MeasuredSnapshot(String label, Map<String, Long> values) {
  /** Keeps an unchangeable copy. */
  public MeasuredSnapshot {
    values = Map.copyOf(values);
  }
}

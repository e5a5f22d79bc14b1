package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.concentration.Concentration;
import dev.clade.lineage.ecosystem.statistics.Summary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A measure's distribution, in one reading of zeros.
 *
 * @param summary what is usually said of it
 * @param concentration how unequally it is shared out
 */
public record Reading(Summary summary, Concentration concentration) {
  /** Returns both readings of a column. */
  static Map<Zeros, Reading> both(long[] column) {
    Map<Zeros, Reading> readings = new EnumMap<>(Zeros.class);
    for (Zeros zeros : Zeros.values()) {
      long[] values = zeros.values(column);
      readings.put(zeros, new Reading(Summary.of(values), Concentration.of(values)));
    }
    return Collections.unmodifiableMap(readings);
  }
}

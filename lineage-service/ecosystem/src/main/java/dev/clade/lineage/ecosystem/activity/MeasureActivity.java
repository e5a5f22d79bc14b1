package dev.clade.lineage.ecosystem.activity;

import java.util.Map;
import java.util.Optional;

/**
 * What is found of one measure.
 *
 * @param present how many repositories have a value, 0 included
 * @param missing how many have none
 * @param readings the distribution with zeros counted and with zeros missing
 * @param powerLaw the power law, where there are values enough
 */
public record MeasureActivity(
    long present, long missing, Map<Zeros, Reading> readings, Optional<PowerLawActivity> powerLaw) {
  static MeasureActivity of(long[] column, ActivityOptions options) {
    Map<Zeros, Reading> readings = Reading.both(column);
    long present = readings.get(Zeros.COUNTED).summary().count();
    return new MeasureActivity(
        present, column.length - present, readings, PowerLawActivity.of(column, options));
  }
}

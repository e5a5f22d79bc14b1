package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.powerlaw.CountedValues;
import dev.clade.lineage.ecosystem.powerlaw.SurvivalPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is found of one measure.
 *
 * @param present how many repositories have a value, 0 included
 * @param missing how many have none
 * @param readings the distribution with zeros counted and with zeros missing
 * @param survival the shares of the repositories above 0 with so much or more, for a plot of two
 *     logarithmic axes
 * @param powerLaw the power law, where there are values enough
 */
public record MeasureActivity(
    long present,
    long missing,
    Map<Zeros, Reading> readings,
    List<SurvivalPoint> survival,
    Optional<PowerLawActivity> powerLaw) {
  private static final int POINTS = 200;

  static MeasureActivity of(long[] column, ActivityOptions options) {
    Map<Zeros, Reading> readings = Reading.both(column);
    long present = readings.get(Zeros.COUNTED).summary().count();
    CountedValues values = CountedValues.of(Zeros.MISSING.values(column));
    return new MeasureActivity(
        present,
        column.length - present,
        readings,
        SurvivalPoint.of(values, POINTS),
        PowerLawActivity.of(values, options));
  }
}

package dev.clade.report.render;

import dev.clade.report.Figure.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The range of an axis, rounded so that it ends at round numbers, and where they are. */
final class AxisScale {
  private static final int FEWEST_STEPS = 4;
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int MOST_DECADES = 8;

  private final Scale scale;
  private final List<Double> ticks = new ArrayList<>();
  private final double low;
  private final double high;

  private AxisScale(Scale scale, double least, double most) {
    this.scale = scale;
    if (scale == Scale.LOGARITHMIC) {
      int first = (int) Math.floor(Math.log10(least));
      int last = Math.max(first + 1, (int) Math.ceil(Math.log10(most)));
      low = first;
      high = last;
      int step = Math.ceilDiv(last - first, MOST_DECADES);
      for (int power = first; power <= last; power += step) {
        ticks.add(Math.pow(10, power));
      }
    } else {
      double step = roundStep((most - least) / FEWEST_STEPS);
      long first = (long) Math.floor(least / step);
      long last = Math.max(first + 1, (long) Math.ceil(most / step));
      low = first * step;
      high = last * step;
      for (long tick = first; tick <= last; tick++) {
        ticks.add(tick * step);
      }
    }
  }

  /** Returns the scale that has room for some numbers; those without a place on it are left out. */
  static AxisScale of(Scale scale, DoubleStream values) {
    double[] placed =
        values.filter(value -> Double.isFinite(value) && hasPlace(scale, value)).toArray();
    if (placed.length == 0) {
      return new AxisScale(scale, 1, 10);
    }
    double least = DoubleStream.of(placed).min().orElseThrow();
    double most = DoubleStream.of(placed).max().orElseThrow();
    return new AxisScale(scale, least, most);
  }

  /** Returns where the axis is to have numbers. */
  List<Double> ticks() {
    return ticks;
  }

  /** Whether a number has a place: on an axis of powers only positive ones have. */
  boolean hasPlace(double value) {
    return Double.isFinite(value) && hasPlace(scale, value);
  }

  /** Returns the place of a number, 0 at the beginning of the axis and 1 at its end. */
  double place(double value) {
    double measured = scale == Scale.LOGARITHMIC ? Math.log10(value) : value;
    return (measured - low) / (high - low);
  }

  private static boolean hasPlace(Scale scale, double value) {
    return scale == Scale.LINEAR || value > 0;
  }

  private static double roundStep(double wanted) {
    if (!(wanted > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double round : ROUND) {
      if (round * power >= wanted) {
        return round * power;
      }
    }
    return 10 * power;
  }
}

package dev.clade.report;

import java.util.List;

/** A picture, told by what is in it. */
public sealed interface Figure {
  /** Returns what it is asked for by, in snake case; unique in its report. */
  String name();

  /** Returns what it shows, for people. */
  String title();

  /** How an axis is divided. */
  enum Scale {
    /** Evenly. */
    LINEAR,
    /** By powers; only positive numbers have a place. */
    LOGARITHMIC
  }

  /**
   * An axis.
   *
   * @param title what is measured, with its unit if it has one
   * @param scale how it is divided
   */
  record Axis(String title, Scale scale) {}

  /** How a series is drawn. */
  enum Mark {
    /** A dot at each point. */
    POINTS,
    /** A line from each point to the next. */
    LINE,
    /** A bar from 0 to each point. */
    BARS,
    /** A line from the first point to the second, from the third to the fourth and so on. */
    SEGMENTS
  }

  /**
   * Points that belong together.
   *
   * @param title what they are
   * @param mark how they are drawn
   * @param x their places, as many as {@code y}
   * @param y their heights
   */
  record Series(String title, Mark mark, List<Double> x, List<Double> y) {
    /** Keeps unchangeable copies. */
    public Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.size() != y.size()) {
        throw new IllegalArgumentException(
            "%s has %d places and %d heights".formatted(title, x.size(), y.size()));
      }
    }
  }

  /**
   * Series over two axes.
   *
   * @param x the axis across
   * @param y the axis up
   * @param series what is drawn, the last on top
   */
  record Plot(String name, String title, Axis x, Axis y, List<Series> series) implements Figure {
    /** Keeps an unchangeable copy. */
    public Plot {
      series = List.copyOf(series);
    }
  }

  /**
   * Numbers from each thing to each thing, as shades.
   *
   * @param labels the things
   * @param values by row, then column: as many rows and columns as labels, at least 0 each
   */
  record HeatMap(
      String name,
      String title,
      String rows,
      String columns,
      List<String> labels,
      List<List<Double>> values)
      implements Figure {
    /** Keeps unchangeable copies. */
    public HeatMap {
      labels = List.copyOf(labels);
      values = values.stream().map(List::copyOf).toList();
      int size = labels.size();
      if (values.size() != size || values.stream().anyMatch(row -> row.size() != size)) {
        throw new IllegalArgumentException("%s is no square of %d".formatted(name, size));
      }
    }
  }
}

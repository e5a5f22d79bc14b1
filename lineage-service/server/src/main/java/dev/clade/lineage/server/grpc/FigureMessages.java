package dev.clade.lineage.server.grpc;

import dev.clade.report.Figure;
import java.util.ArrayList;
import java.util.List;

/** Figures as messages, and back. */
final class FigureMessages {
  private FigureMessages() {}

  static dev.clade.lineage.v1.Figure of(Figure figure) {
    dev.clade.lineage.v1.Figure.Builder message =
        dev.clade.lineage.v1.Figure.newBuilder().setName(figure.name()).setTitle(figure.title());
    switch (figure) {
      case Figure.Plot plot -> message.setPlot(of(plot));
      case Figure.HeatMap map -> message.setHeatMap(of(map));
    }
    return message.build();
  }

  static Figure read(dev.clade.lineage.v1.Figure message) {
    return switch (message.getKindCase()) {
      case PLOT -> read(message.getName(), message.getTitle(), message.getPlot());
      case HEAT_MAP -> read(message.getName(), message.getTitle(), message.getHeatMap());
      case KIND_NOT_SET -> throw new IllegalStateException("a stored figure shows nothing");
    };
  }

  private static dev.clade.lineage.v1.Figure.Plot of(Figure.Plot plot) {
    return dev.clade.lineage.v1.Figure.Plot.newBuilder()
        .setX(of(plot.x()))
        .setY(of(plot.y()))
        .addAllSeries(plot.series().stream().map(FigureMessages::of).toList())
        .build();
  }

  private static Figure.Plot read(
      String name, String title, dev.clade.lineage.v1.Figure.Plot plot) {
    return new Figure.Plot(
        name,
        title,
        read(plot.getX()),
        read(plot.getY()),
        plot.getSeriesList().stream().map(FigureMessages::read).toList());
  }

  private static dev.clade.lineage.v1.Figure.HeatMap of(Figure.HeatMap map) {
    return dev.clade.lineage.v1.Figure.HeatMap.newBuilder()
        .setRowTitle(map.rows())
        .setColumnTitle(map.columns())
        .addAllLabels(map.labels())
        .addAllValues(map.values().stream().flatMap(List::stream).toList())
        .build();
  }

  private static Figure.HeatMap read(
      String name, String title, dev.clade.lineage.v1.Figure.HeatMap map) {
    int size = map.getLabelsCount();
    List<List<Double>> rows = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      rows.add(map.getValuesList().subList(row * size, (row + 1) * size));
    }
    return new Figure.HeatMap(
        name, title, map.getRowTitle(), map.getColumnTitle(), map.getLabelsList(), rows);
  }

  private static dev.clade.lineage.v1.Figure.Axis of(Figure.Axis axis) {
    return dev.clade.lineage.v1.Figure.Axis.newBuilder()
        .setTitle(axis.title())
        .setLogarithmic(axis.scale() == Figure.Scale.LOGARITHMIC)
        .build();
  }

  private static Figure.Axis read(dev.clade.lineage.v1.Figure.Axis axis) {
    return new Figure.Axis(
        axis.getTitle(), axis.getLogarithmic() ? Figure.Scale.LOGARITHMIC : Figure.Scale.LINEAR);
  }

  private static dev.clade.lineage.v1.Figure.Series of(Figure.Series series) {
    return dev.clade.lineage.v1.Figure.Series.newBuilder()
        .setTitle(series.title())
        .setMark(
            switch (series.mark()) {
              case POINTS -> dev.clade.lineage.v1.Figure.Mark.MARK_POINTS;
              case LINE -> dev.clade.lineage.v1.Figure.Mark.MARK_LINE;
              case BARS -> dev.clade.lineage.v1.Figure.Mark.MARK_BARS;
              case SEGMENTS -> dev.clade.lineage.v1.Figure.Mark.MARK_SEGMENTS;
            })
        .addAllX(series.x())
        .addAllY(series.y())
        .build();
  }

  private static Figure.Series read(dev.clade.lineage.v1.Figure.Series series) {
    Figure.Mark mark =
        switch (series.getMark()) {
          case MARK_POINTS -> Figure.Mark.POINTS;
          case MARK_LINE -> Figure.Mark.LINE;
          case MARK_BARS -> Figure.Mark.BARS;
          case MARK_SEGMENTS -> Figure.Mark.SEGMENTS;
          case MARK_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalStateException("a stored series has no mark");
        };
    return new Figure.Series(series.getTitle(), mark, series.getXList(), series.getYList());
  }
}

package dev.clade.lineage.server.grpc;

import dev.clade.report.Table;
import java.util.List;

/** Tables as messages, and back. */
final class TableMessages {
  private TableMessages() {}

  static dev.clade.lineage.v1.Table of(Table table) {
    dev.clade.lineage.v1.Table.Builder message =
        dev.clade.lineage.v1.Table.newBuilder().setName(table.name()).setTitle(table.title());
    for (Table.Column column : table.columns()) {
      message.addColumns(
          dev.clade.lineage.v1.Table.Column.newBuilder()
              .setName(column.name())
              .setTitle(column.title())
              .setType(of(column.type())));
    }
    for (List<Table.Cell> row : table.rows()) {
      message.addRows(
          dev.clade.lineage.v1.Table.Row.newBuilder()
              .addAllCells(row.stream().map(TableMessages::of).toList()));
    }
    return message.build();
  }

  static Table read(dev.clade.lineage.v1.Table message) {
    return new Table(
        message.getName(),
        message.getTitle(),
        message.getColumnsList().stream()
            .map(
                column ->
                    new Table.Column(column.getName(), column.getTitle(), read(column.getType())))
            .toList(),
        message.getRowsList().stream()
            .map(row -> row.getCellsList().stream().map(TableMessages::read).toList())
            .toList());
  }

  private static dev.clade.lineage.v1.Table.Type of(Table.Type type) {
    return switch (type) {
      case TEXT -> dev.clade.lineage.v1.Table.Type.TYPE_TEXT;
      case WHOLE -> dev.clade.lineage.v1.Table.Type.TYPE_WHOLE;
      case REAL -> dev.clade.lineage.v1.Table.Type.TYPE_REAL;
    };
  }

  private static Table.Type read(dev.clade.lineage.v1.Table.Type type) {
    return switch (type) {
      case TYPE_TEXT -> Table.Type.TEXT;
      case TYPE_WHOLE -> Table.Type.WHOLE;
      case TYPE_REAL -> Table.Type.REAL;
      case TYPE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException("a column of a stored report has no type");
    };
  }

  private static dev.clade.lineage.v1.Table.Cell of(Table.Cell cell) {
    dev.clade.lineage.v1.Table.Cell.Builder message = dev.clade.lineage.v1.Table.Cell.newBuilder();
    switch (cell) {
      case Table.Text text -> message.setText(text.text());
      case Table.Whole whole -> message.setWhole(whole.number());
      case Table.Real real -> message.setReal(real.number());
    }
    return message.build();
  }

  private static Table.Cell read(dev.clade.lineage.v1.Table.Cell message) {
    return switch (message.getValueCase()) {
      case TEXT -> new Table.Text(message.getText());
      case WHOLE -> new Table.Whole(message.getWhole());
      case REAL -> new Table.Real(message.getReal());
      case VALUE_NOT_SET -> throw new IllegalStateException("a cell of a stored report is empty");
    };
  }
}

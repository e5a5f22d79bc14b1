package dev.clade.valuation.study.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.report.render.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reports as CSV and JSON, numbers with all their digits. The same report gives the same bytes. */
public final class ReportFiles {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

  private ReportFiles() {}

  /**
   * Writes {@code NAME-TABLE.csv} for each table.
   *
   * @throws IOException when a file cannot be written
   */
  public static void writeTables(Path folder, String name, Report report) throws IOException {
    for (Table table : report.tables()) {
      Path file = folder.resolve("%s-%s.csv".formatted(name, table.name()));
      Files.writeString(file, Csv.of(table));
    }
  }

  /**
   * Adds a report to JSON: {@code coverage} by what was counted, {@code tables} by name with an
   * object of the columns' names for each row, and {@code notes}. Numbers that there are none of
   * are null.
   */
  public static void add(Report report, JsonObject all) {
    JsonObject coverage = new JsonObject();
    report.coverage().forEach(fact -> coverage.addProperty(fact.what(), fact.count()));
    all.add("coverage", coverage);
    JsonObject tables = new JsonObject();
    report.tables().forEach(table -> tables.add(table.name(), rows(table)));
    all.add("tables", tables);
    all.add("notes", JSON.toJsonTree(report.notes()));
  }

  /** Returns JSON as text, its last line ended. */
  public static String text(JsonElement json) {
    return JSON.toJson(json) + "\n";
  }

  private static JsonArray rows(Table table) {
    JsonArray rows = new JsonArray();
    for (List<Table.Cell> cells : table.rows()) {
      JsonObject row = new JsonObject();
      for (int i = 0; i < cells.size(); i++) {
        row.add(table.columns().get(i).name(), json(cells.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static JsonElement json(Table.Cell cell) {
    return switch (cell) {
      case Table.Text text -> new JsonPrimitive(text.text());
      case Table.Whole whole -> new JsonPrimitive(whole.number());
      case Table.Real real ->
          Double.isFinite(real.number()) ? new JsonPrimitive(real.number()) : JsonNull.INSTANCE;
    };
  }
}

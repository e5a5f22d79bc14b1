package dev.clade.local.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads recorded data: gzipped tables with a header, gzipped JSON lines, gzipped answers. */
final class RecordedFiles {
  /** What is done with a row of a table or a line. */
  @FunctionalInterface
  interface Row<T> {
    /** Takes a row and returns whether to go on. */
    boolean take(T row);
  }

  private RecordedFiles() {}

  /** Reads a table, cell for cell. */
  static void table(Path file, Row<String[]> rows) throws IOException {
    lines(file, line -> rows.take(cells(line)));
  }

  /** Reads a table, line for line, without its header. */
  static void lines(Path file, Row<String> rows) throws IOException {
    try (BufferedReader lines = open(file)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!rows.take(line)) {
          return;
        }
      }
    }
  }

  static String[] cells(String line) {
    return line.split("\t", -1);
  }

  static void objects(Path file, Row<JsonObject> rows) throws IOException {
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Where a line of a text began with an address, its replacement took half of the escape.
        if (!rows.take(Json.object(line.replace("\\<email>", "\\n<email>")))) {
          return;
        }
      }
    }
  }

  /** Reads every recorded answer in a folder, each a list of repositories. */
  static void pages(Path folder, Row<JsonObject> rows) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.sorted().toList();
    }
    for (Path file : files) {
      try (BufferedReader text = open(file)) {
        JsonArray page = JsonParser.parseReader(text).getAsJsonArray();
        for (JsonElement one : page) {
          rows.take(one.getAsJsonObject());
        }
      }
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
  }
}

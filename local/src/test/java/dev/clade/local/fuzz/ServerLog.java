package dev.clade.local.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads in the log of a service what it did not foresee. */
final class ServerLog {
  private static final int LINES_SHOWN = 25;

  /**
   * What libraries tell as errors although it is none: requests that are answered with a refusal,
   * and messages behind the end of a call.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "The request path must start with '/'"
              + "|IllegalStateException: The stream has been closed");

  /** Characters of the time that begins a line. */
  private static final int TIME = 24;

  private ServerLog() {}

  /** Returns the errors of a log, one of each kind, with the lines that follow it. */
  static List<String> errors(Path log) throws IOException {
    Map<String, String> kinds = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      StringBuilder current = new StringBuilder();
      String[] kind = {""};
      int[] taken = {0};
      lines.forEach(
          line -> {
            if (line.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
              keep(kinds, kind[0], current);
              boolean error = line.contains(" ERROR ") && !HARMLESS.matcher(line).find();
              kind[0] = error ? line.substring(TIME).replaceAll("[0-9a-f]{6,}|\\d+", "#") : "";
              current.setLength(0);
              taken[0] = 0;
            }
            if (!kind[0].isEmpty() && taken[0] < LINES_SHOWN) {
              current.append(line).append('\n');
              taken[0]++;
            }
          });
      keep(kinds, kind[0], current);
    }
    return List.copyOf(kinds.values());
  }

  private static void keep(Map<String, String> kinds, String kind, StringBuilder text) {
    if (!kind.isEmpty()) {
      kinds.putIfAbsent(kind, text.toString());
    }
  }
}

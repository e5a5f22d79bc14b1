package dev.clade.k8s;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the telemetry page, which is written from the code, tells of metrics. */
final class TelemetryPage {
  private TelemetryPage() {}

  /** Returns the labels of each metric, by the names that series have in Prometheus. */
  static Map<String, Set<String>> metrics(String page) {
    Map<String, Set<String>> metrics = new TreeMap<>();
    page.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .filter(cells -> cells.length == 8)
        .forEach(
            cells -> {
              String name = names(cells[2]).iterator().next();
              for (String suffix : suffixes(cells[3].strip())) {
                Set<String> labels = names(cells[5]);
                if (suffix.equals("_bucket")) {
                  labels.add("le");
                }
                metrics.put(name + suffix, labels);
              }
            });
    return metrics;
  }

  private static List<String> suffixes(String kind) {
    return switch (kind) {
      case "histogram" -> List.of("_bucket", "_count", "_sum");
      case "timer" -> List.of("_count", "_sum", "_max");
      default -> List.of("");
    };
  }

  private static Set<String> names(String cell) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(cell.split(","))
        .map(name -> name.replace("`", "").strip().replace('.', '_'))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }
}

package dev.clade.local.mesh;

import dev.clade.runtime.telemetry.Label;
import dev.clade.runtime.telemetry.Metric;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service measures now, read from Prometheus' text. */
public final class MetricSamples {
  private static final Pattern SAMPLE =
      Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>[^}]*)})? (?<value>\\S+)(?: .*)?");

  private final Map<String, Double> values = new TreeMap<>();

  private MetricSamples() {}

  /** Reads a text; lines that are no samples are passed over. */
  public static MetricSamples parse(Stream<String> lines) {
    MetricSamples samples = new MetricSamples();
    lines
        .filter(line -> !line.startsWith("#"))
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(samples::add);
    return samples;
  }

  /** Returns the number of a metric without labels. */
  public OptionalDouble of(Metric metric) {
    return of(metric.prometheusName());
  }

  /** Returns the number of a metric without labels, by its name in Prometheus' text. */
  public OptionalDouble of(String name) {
    Double value = values.get(name);
    return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Returns the sum of a metric's series that have a label; NaN when there is none.
   *
   * @param name in Prometheus' text
   * @param label name and value, such as {@code area="heap"}
   */
  public double sum(String name, String label) {
    return values.entrySet().stream()
        .filter(each -> each.getKey().startsWith(name + "{") && each.getKey().contains(label))
        .mapToDouble(Map.Entry::getValue)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** Returns the numbers of a metric of one label that are not 0, by the label's value. */
  public Map<String, Double> byLabel(Metric metric) {
    Label label = metric.labels().getFirst();
    String prefix = "%s{%s=\"".formatted(metric.prometheusName(), label.prometheusName());
    Map<String, Double> found = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && value > 0) {
            found.put(key.substring(prefix.length(), key.length() - "\"}".length()), value);
          }
        });
    return found;
  }

  private void add(Matcher sample) {
    String labels = sample.group("labels");
    // The older format ends the last label with a comma, too.
    String key =
        sample.group("name") + (labels == null ? "" : "{" + labels.replaceFirst(",$", "") + "}");
    try {
      values.put(key, Double.parseDouble(sample.group("value")));
    } catch (NumberFormatException e) {
      // A value that later formats may have; nobody asks for it.
    }
  }
}

package dev.clade.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.telemetry.Label;
import dev.clade.runtime.telemetry.Metric;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics of a running server, as a Prometheus that understands exemplars reads them.
 *
 * @param text all of the answer
 */
public record ScrapedMetrics(String text) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** As Prometheus asks that scrapes OpenMetrics alone. */
  private static final String ACCEPT = "application/openmetrics-text;version=1.0.0,*/*;q=0.1";

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final Pattern PARTS =
      Pattern.compile("_(bucket|count|sum|max|total|created|info)$");

  private static final Pattern CAUSED = Pattern.compile("http_|rpc_|grpc_|clade_");

  /** Labels that Prometheus' text has beside a metric's own. */
  private static final Set<String> PART_LABELS = Set.of("le");

  /** Reads the metrics of a server. */
  public static ScrapedMetrics of(URI server) throws IOException, InterruptedException {
    return new ScrapedMetrics(
        CLIENT
            .send(
                HttpRequest.newBuilder(server.resolve("/q/metrics"))
                    .header("Accept", ACCEPT)
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  /** Returns how many series there are of what callers cause: those of the JVM come and go. */
  public long series() {
    return samples().stream().filter(sample -> CAUSED.matcher(sample).lookingAt()).count();
  }

  /**
   * Checks that what a service has of its own is what is declared, and within its bounds.
   *
   * @param owner the service
   */
  public void checkDeclared(Metric.Owner owner) {
    Map<String, Metric> declared =
        Arrays.stream(Metric.values())
            .filter(metric -> metric.owner() == owner || metric.owner() == Metric.Owner.ALL)
            .collect(Collectors.toMap(metric -> base(metric.prometheusName()), metric -> metric));
    Map<String, Map<String, Set<String>>> found = new TreeMap<>();
    for (String sample : samples()) {
      String name = base(sample.split("[{ ]", 2)[0]);
      if (name.startsWith("clade_") || name.startsWith("rpc_")) {
        Map<String, Set<String>> labels = found.computeIfAbsent(name, _ -> new TreeMap<>());
        Matcher label = LABEL.matcher(sample.split(" # ", 2)[0]);
        while (label.find()) {
          labels.computeIfAbsent(label.group(1), _ -> new HashSet<>()).add(label.group(2));
        }
      }
    }
    assertThat(declared.keySet()).as("declared metrics").containsAll(found.keySet());
    assertThat(found.keySet())
        .as("metrics that are there from the start")
        .containsAll(
            declared.entrySet().stream()
                .filter(entry -> isThereFromTheStart(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    found.forEach((name, labels) -> checkLabels(declared.get(name), labels));
  }

  private static void checkLabels(Metric metric, Map<String, Set<String>> found) {
    Map<String, Label> declared =
        metric.labels().stream().collect(Collectors.toMap(Label::prometheusName, each -> each));
    found.forEach(
        (label, values) -> {
          if (!PART_LABELS.contains(label)) {
            assertThat(declared).as("labels of %s", metric).containsKey(label);
            assertThat(values)
                .as("%s of %s", label, metric)
                .hasSizeLessThanOrEqualTo(declared.get(label).bound());
          }
        });
  }

  /** Those of calls, of batches and of analyses appear with the first of them. */
  private static boolean isThereFromTheStart(Metric metric) {
    return metric.kind() == Metric.Kind.GAUGE
        || metric.labels().equals(List.of(Label.OUTCOME))
        || metric.labels().isEmpty();
  }

  private List<String> samples() {
    return text.lines().filter(line -> !line.startsWith("#")).toList();
  }

  private static String base(String name) {
    return PARTS.matcher(name).replaceFirst("");
  }
}

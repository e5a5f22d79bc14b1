package dev.clade.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.telemetry.Metric;
import dev.clade.runtime.testing.ScrapedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsContractTest extends IngestTest {

  @Test
  void importsAreCountedBySourceAndOutcome() throws Exception {
    double created = value("clade_ingest_records_total", "created");
    double updated = value("clade_ingest_records_total", "updated");
    double unchanged = value("clade_ingest_records_total", "unchanged");
    double quarantined = value("clade_ingest_records_total", "quarantined");
    double batches = value("clade_ingest_batch_seconds_count", "");

    client.importText(
        "models.tsv",
        HEADER + row("metered/a", 1, "") + row("metered/b", 1, "") + row("metered c", 1, ""));
    client.importText("models.tsv", HEADER + row("metered/a", 1, "") + row("metered/b", 2, ""));

    assertThat(value("clade_ingest_records_total", "created") - created).isEqualTo(2);
    assertThat(value("clade_ingest_records_total", "updated") - updated).isEqualTo(1);
    assertThat(value("clade_ingest_records_total", "unchanged") - unchanged).isEqualTo(1);
    assertThat(value("clade_ingest_records_total", "quarantined") - quarantined).isEqualTo(1);
    assertThat(value("clade_ingest_batch_seconds_count", "") - batches).isEqualTo(2);
    assertThat(value("clade_ingest_batch_seconds_sum", "")).isPositive();
  }

  @Test
  void everyMetricIsDeclaredAndWithinItsBounds() throws Exception {
    client.importText("models.tsv", HEADER + row("metered/c", 1, ""));
    ScrapedMetrics.of(URI.create("http://localhost:%d".formatted(address.getPort())))
        .checkDeclared(Metric.Owner.INGEST);
  }

  /** Returns the value of a metric of the files; 0 before it was ever counted. */
  private double value(String name, String outcome) throws IOException, InterruptedException {
    Set<String> labels =
        outcome.isEmpty()
            ? Set.of("source=\"file\"")
            : Set.of("source=\"file\"", "outcome=\"%s\"".formatted(outcome));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/q/metrics".formatted(address.getPort())))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(name + "{") && labels.stream().allMatch(line::contains))
          .mapToDouble(line -> Double.parseDouble(line.split("} ", 2)[1].split(" ", 2)[0]))
          .sum();
    }
  }
}

package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Alerts, their run-book, and dashboards. */
class MonitoringTest {
  private static final Path RUNBOOK = Path.of("../docs/runbook.md");

  /** What Prometheus adds to every series, and what is from aggregations. */
  private static final Set<String> TARGET_LABELS = Set.of("job", "pod", "namespace");

  private static Monitoring monitoring;

  @BeforeAll
  static void render() {
    monitoring = new Monitoring();
  }

  @Test
  void everyAlertIsInTheRunBookAndNothingElseIs() throws IOException {
    List<String> headings =
        Files.readAllLines(RUNBOOK).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();
    assertThat(monitoring.alerts())
        .extracting(Rule::getAlert)
        .containsExactlyInAnyOrderElementsOf(headings)
        .doesNotHaveDuplicates();
  }

  @Test
  void everySectionOfTheRunBookSaysWhatItMeansWhomItHurtsAndHowToMendIt() throws IOException {
    String[] sections = Files.readString(RUNBOOK).split("(?m)^#+ ");
    assertThat(Arrays.stream(sections).filter(section -> section.startsWith("Clade")))
        .hasSize(monitoring.alerts().size())
        .allSatisfy(
            section -> {
              assertThat(section)
                  .containsSubsequence("*Meaning.*", "*Impact.*", "*Diagnosis.*", "*Mending.*");
              assertThat(section.substring(section.indexOf("*Diagnosis.*")))
                  .containsPattern("(?m)^    (kubectl|grpcurl) ");
            });
  }

  @Test
  void everyAlertSaysWhatIsTheMatterAndWhereToReadOn() {
    assertThat(monitoring.alerts())
        .allSatisfy(
            alert -> {
              assertThat(alert.getLabels().get("severity")).isIn("page", "ticket");
              assertThat(alert.getFor()).isNotEmpty();
              assertThat(alert.getAnnotations())
                  .containsOnlyKeys("summary", "description", "runbook_url")
                  .containsEntry(
                      "runbook_url",
                      "docs/runbook.md#" + alert.getAlert().toLowerCase(Locale.ROOT));
            });
  }

  @Test
  void queriesAskForMetricsAndLabelsThatThereAre() throws IOException {
    Map<String, Set<String>> known = known();
    for (Query query : monitoring.queries()) {
      Set<String> labels = new TreeSet<>(TARGET_LABELS);
      for (String metric : query.metrics()) {
        if (!monitoring.recorded().contains(metric)) {
          assertThat(known).as(query.text()).containsKey(metric);
          labels.addAll(known.get(metric));
        }
      }
      assertThat(labels).as(query.text()).containsAll(query.labels());
    }
  }

  @Test
  void whatTheServicesHaveIsOnTheTelemetryPage() throws IOException {
    Path page = Path.of("../docs/telemetry.md");
    assumeTrue(Files.exists(page), "there is no telemetry page yet");
    Map<String, Set<String>> told = TelemetryPage.metrics(Files.readString(page));
    Map<String, Set<String>> ours = new TreeMap<>(known());
    ours.keySet().removeIf(metric -> !metric.matches("(clade|rpc)_.*"));
    assertThat(told).containsAllEntriesOf(ours);
  }

  @Test
  void metricsAreReadFromTheTelemetryPage() {
    String page =
        """
        | metric | in Prometheus' text | kind | unit | labels | what |
        | --- | --- | --- | --- | --- | --- |
        | `a.b` | `a_b_seconds` | histogram | s | `x.y`, `z` | Time. |
        | `c` | `c` | gauge | 1 |  | Number. |
        """;
    assertThat(TelemetryPage.metrics(page))
        .isEqualTo(
            Map.of(
                "a_b_seconds_bucket", Set.of("x_y", "z", "le"),
                "a_b_seconds_count", Set.of("x_y", "z"),
                "a_b_seconds_sum", Set.of("x_y", "z"),
                "c", Set.of()));
  }

  @Test
  void namesAreReadOutOfQueries() {
    Query query =
        new Query("sum by (a, le) (rate(x_total{b=~\"c,d{2}\"}[5m])) / on(e) clade:y:z > 2 and up");
    assertThat(query.metrics()).containsExactly("clade:y:z", "up", "x_total");
    assertThat(query.labels()).containsExactly("a", "b", "e", "le");
  }

  @Test
  void everyJobThatQueriesAskForIsScraped() {
    Set<String> jobs =
        RenderedManifests.withComponents("monitoring").ofType(ServiceMonitor.class).stream()
            .map(monitor -> monitor.getSpec().getEndpoints().getFirst())
            .map(endpoint -> endpoint.getRelabelings().getFirst().getReplacement())
            .collect(Collectors.toSet());
    assertThat(jobs).containsExactlyInAnyOrder("clade-ingest", "clade-lineage", "clade-valuation");
    assertThat(monitoring.queries())
        .flatExtracting(
            query ->
                Stream.of(query.text().split("job=\"", -1))
                    .skip(1)
                    .map(rest -> rest.substring(0, rest.indexOf('"')))
                    .toList())
        .isNotEmpty()
        .allSatisfy(job -> assertThat(jobs).contains(job));
  }

  @Test
  void prometheusReadsRulesAndTheQueriesOfDashboards() {
    Program.PROMTOOL.require("queries are not parsed");
    for (Path file : List.of(monitoring.writeRules(), monitoring.writeQueries())) {
      assertThat(Program.PROMTOOL.run("check", "rules", file.toString())).contains("SUCCESS");
    }
  }

  @Test
  void prometheusRefusesWhatIsNoQuery() throws IOException {
    Program.PROMTOOL.require("queries are not parsed");
    Path wrong =
        Files.writeString(
            Path.of("target", "wrong.json"),
            """
            {"groups": [{"name": "g", "rules": [{"record": "r", "expr": "sum by (a (b))"}]}]}
            """);
    assertThatThrownBy(() -> Program.PROMTOOL.run("check", "rules", wrong.toString()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void alertsFireWhenTheyShouldAndAtNoOtherTime() throws IOException {
    Program.PROMTOOL.require("alerts are not tried");
    monitoring.writeRules();
    Path cases = Path.of("target", "alerts.yaml");
    Files.writeString(cases, Files.readString(Path.of("src/test/resources/alerts.yaml")));
    assertThat(Program.PROMTOOL.run("test", "rules", cases.toString())).contains("SUCCESS");
  }

  @Test
  void everyAlertIsTried() throws IOException {
    String cases = Files.readString(Path.of("src/test/resources/alerts.yaml"));
    assertThat(monitoring.alerts())
        .allSatisfy(
            alert ->
                assertThat(cases)
                    .contains("labels: '{alertname=\"%s\"}'".formatted(alert.getAlert())));
  }

  @Test
  void thereIsADashboardForEachServiceAndOneOfTheWhole() {
    assertThat(monitoring.dashboards().keySet())
        .containsExactly(
            "clade-ingest.json", "clade-lineage.json", "clade-mesh.json", "clade-valuation.json");
    monitoring
        .dashboards()
        .forEach(
            (file, dashboard) ->
                assertThat(dashboard.path("uid").asText() + ".json").isEqualTo(file));
  }

  @Test
  void everyPanelHasAUnitAndSaysWhatItShows() {
    for (JsonNode dashboard : monitoring.dashboards().values()) {
      Set<Integer> numbers = new TreeSet<>();
      for (JsonNode panel : dashboard.path("panels")) {
        String title = panel.path("title").asText();
        assertThat(title).isNotEmpty();
        assertThat(numbers.add(panel.path("id").asInt())).as(title).isTrue();
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotEmpty();
        assertThat(panel.path("description").asText()).as(title).endsWith(".");
        assertThat(panel.at("/datasource/uid").asText()).as(title).isEqualTo("${datasource}");
        assertThat(panel.path("targets")).as(title).isNotEmpty();
        assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
            .as(title)
            .isLessThanOrEqualTo(24);
      }
    }
  }

  private static Map<String, Set<String>> known() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/metrics.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .collect(
            Collectors.toMap(
                row -> row[0],
                row -> row[1].isEmpty() ? Set.of() : Set.of(row[1].split(",")),
                (a, b) -> a,
                TreeMap::new));
  }
}

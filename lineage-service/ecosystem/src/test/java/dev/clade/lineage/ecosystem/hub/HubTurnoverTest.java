package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Answers;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.ecosystem.turnover.MeasuredSnapshot;
import dev.clade.lineage.ecosystem.turnover.TopChange;
import dev.clade.lineage.ecosystem.turnover.TopTurnover;
import dev.clade.lineage.ecosystem.turnover.TurnoverAnalysis;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Beside Jones et al. (arXiv 2406.08205), whose snapshots are six to eleven months apart: of the
 * top 1,000 by downloads about half remained each time, and a few returned. Counted by {@code
 * hub_evolution.py} on the same files.
 *
 * <p>After days nearly all remain; after two and a half years a fifth do. That is of two thirds of
 * each table, chosen by a hash of the name, so that what was renamed may be in one of them only.
 */
class HubTurnoverTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_evolution.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OWNERS =
      "google-bert distilbert FacebookAI openai-community google-t5 albert xlnet transfo-xl "
          + "almanach dbmdz salesforce julien-c";

  /** An export lists what changed, so each goes on from the one before. */
  @Test
  void daysApart() {
    Map<String, List<String[]>> rows = new TreeMap<>();
    Hub.readTable(
        "hub_models_2026_08/history.tsv.gz",
        columns -> rows.computeIfAbsent(columns[0], each -> new ArrayList<>()).add(columns));
    Map<String, Map<String, Long>> exports = new TreeMap<>();
    Map<String, Long> state = new HashMap<>();
    rows.forEach(
        (moment, changed) -> {
          for (String[] columns : changed) {
            state.put(columns[1], Long.parseLong(columns[3]));
            if (columns[6].equals("true")) {
              state.remove(columns[1]);
            }
          }
          exports.put(moment, new HashMap<>(state));
        });
    equal("exports", TopTurnover.of(snapshots(exports), 1_000, Map.of()));
  }

  @Test
  void weeksApart() {
    Map<String, Map<String, Long>> weeks = new TreeMap<>();
    Hub.readTable(
        "timeseries_thebloke_2023_2024/weekly.tsv.gz",
        columns ->
            weeks
                .computeIfAbsent(columns[0], each -> new HashMap<>())
                .put(columns[1], Long.parseLong(columns[2])));
    equal("weeks", TopTurnover.of(snapshots(weeks), 100, Map.of()));
  }

  @Test
  void yearsApart() {
    Map<String, Long> before = before();
    Map<String, Long> after = after();
    TopTurnover turnover =
        TopTurnover.of(
            List.of(
                new MeasuredSnapshot("2022-02", before), new MeasuredSnapshot("2024-07", after)),
            1_000,
            aliases(before, after));
    equal("twoYears", turnover);
    TopChange change = turnover.changes().getLast();
    System.out.printf(
        "of the top 1,000 remained %d, newcomers %d; published 425 and 575, 526 and 450, 426 and 510%n",
        change.remained(), change.newcomers());
  }

  private static Map<String, Long> before() {
    Map<String, Long> before = new HashMap<>();
    Hub.readLines(
        "hub_models_2022_02/models.jsonl.gz",
        lines ->
            lines
                .map(HubTurnoverTest::json)
                .forEach(
                    each ->
                        before.merge(
                            each.get("modelId").asText(),
                            each.path("downloads").asLong(),
                            Math::max)));
    return before;
  }

  private static Map<String, Long> after() {
    Map<String, Long> after = new HashMap<>();
    Hub.readTable(
        Hub.FOLDER + "models.tsv.gz", columns -> after.put(columns[0], Long.parseLong(columns[2])));
    return after;
  }

  @Test
  void theReportOfYearsApart() {
    Map<String, Long> before = new TreeMap<>();
    Map<String, Long> after = after();
    Map<String, Long> read = before();
    Map<String, String> aliases = aliases(read, after);
    read.forEach((id, value) -> before.merge(aliases.getOrDefault(id, id), value, Math::max));
    List<DatedCounts> counts = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(after.keySet());
    for (String id : ids) {
      add(counts, id, "2022-02-28T00:00:00Z", before.get(id));
      add(counts, id, "2024-07-11T00:00:00Z", after.get(id));
    }
    Report report = run(counts, Map.of("dates", "2022-02-28,2024-07-11"));
    equal(COUNTED.get("twoYears"), report);
    assertThat(run(counts, Map.of())).as("the days that it chooses itself").isEqualTo(report);
  }

  @Test
  void theReportOfWeeksApart() {
    List<DatedCounts> counts = new ArrayList<>();
    Map<String, List<String[]>> models = new TreeMap<>();
    Hub.readTable(
        "timeseries_thebloke_2023_2024/weekly.tsv.gz",
        row -> models.computeIfAbsent(row[1], any -> new ArrayList<>()).add(row));
    models.forEach(
        (id, rows) -> {
          rows.sort(Comparator.comparing(row -> row[0]));
          String last = "";
          for (String[] row : rows) {
            if (!row[2].equals(last)) {
              add(counts, id, row[0], Long.parseLong(row[2]));
            }
            last = row[2];
          }
        });
    Report report = run(counts, Map.of());
    JsonNode counted = COUNTED.get("dated");
    equal(counted, report);
    assertThat(Reports.cells(report, "turnover").stream().map(List::getFirst))
        .containsExactlyElementsOf(
            Answers.stream(counted.get("days")).map(JsonNode::asText).toList());
    assertThat(report.coverage().stream().skip(1).map(Report.Fact::count))
        .containsExactlyElementsOf(
            Answers.stream(counted.get("counted")).map(JsonNode::asLong).toList());
    Reports.rows(report, "turnover").forEach(System.out::println);
  }

  private static void add(List<DatedCounts> counts, String id, String time, Long downloads) {
    if (downloads != null) {
      counts.add(new DatedCounts(id, Instant.parse(time), downloads, 0));
    }
  }

  private static Report run(List<DatedCounts> counts, Map<String, String> set) {
    TurnoverAnalysis analysis = new TurnoverAnalysis();
    Parameters parameters = Parameters.of(analysis.parameters(), set);
    MemoryCatalogue catalogue = MemoryCatalogue.EMPTY.withCounts(counts);
    long start = System.nanoTime();
    Report report = analysis.run(GraphSnapshot.empty(), catalogue, parameters);
    System.out.printf("turnover took %.2f s.%n", (System.nanoTime() - start) / 1e9);
    return report;
  }

  /** Remained, returning and newcomers of each snapshot, and how many were ever in a top. */
  private static void equal(JsonNode counted, Report report) {
    List<List<String>> rows = Reports.cells(report, "turnover");
    assertThat(rows.stream().map(row -> row.subList(2, 5)).toList())
        .isEqualTo(
            Answers.stream(counted.get("rows"))
                .map(row -> Answers.stream(row).map(JsonNode::asText).toList())
                .toList());
    assertThat(rows.getLast().get(5)).isEqualTo(counted.get("ever").asText());
  }

  /** Finds present names: regardless of case, then by the owners that took legacy models over. */
  private static Map<String, String> aliases(Map<String, Long> before, Map<String, Long> after) {
    Map<String, String> folded = new HashMap<>();
    after.keySet().stream()
        .sorted()
        .forEach(id -> folded.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
    Map<String, String> aliases = new HashMap<>();
    for (String id : before.keySet()) {
      Stream<String> owned =
          id.contains("/") ? Stream.of() : Stream.of(OWNERS.split(" ")).map(o -> o + "/" + id);
      Stream.concat(Stream.of(id), owned)
          .map(each -> folded.get(each.toLowerCase(Locale.ROOT)))
          .filter(each -> each != null && !after.containsKey(id))
          .findFirst()
          .ifPresent(present -> aliases.put(id, present));
    }
    return aliases;
  }

  private static List<MeasuredSnapshot> snapshots(Map<String, Map<String, Long>> values) {
    List<MeasuredSnapshot> snapshots = new ArrayList<>();
    values.forEach((label, each) -> snapshots.add(new MeasuredSnapshot(label, each)));
    return snapshots;
  }

  private static void equal(String name, TopTurnover turnover) {
    JsonNode counted = COUNTED.get(name);
    List<List<Long>> rows =
        turnover.changes().stream()
            .map(c -> List.of((long) c.remained(), (long) c.returning(), (long) c.newcomers()))
            .toList();
    List<List<Long>> expected = new ArrayList<>();
    for (JsonNode row : counted.get("rows")) {
      expected.add(Answers.stream(row).map(JsonNode::asLong).toList());
    }
    assertThat(rows).isEqualTo(expected);
    assertThat(turnover.everInTop()).isEqualTo(counted.get("ever").asInt());
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.evolution.EvolutionAnalysis;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Answers;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The models of July 2024 by month of creation, beside Castaño et al. (arXiv 2311.13380), of whose
 * figures only words could be read. Counted by {@code hub_evolution.py} with statsmodels, SciPy and
 * pymannkendall.
 *
 * <p>Growth is exponential in that the logarithms of the sums lie on a line (R² .994); the counts
 * themselves, in which late months weigh most, are nearer to a parabola. Transformers leads
 * throughout as the study says; PyTorch is second in the first year and third in the last, because
 * weights are written as safetensors now.
 */
class HubEvolutionTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_evolution.json");
  private static final EvolutionAnalysis ANALYSIS = new EvolutionAnalysis();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Report report;

  @BeforeAll
  static void run() {
    HubCatalogue catalogue = HubCatalogue.load();
    long begin = System.nanoTime();
    catalogue.readRepositories(ArtifactKind.MODEL, any -> {});
    catalogue.readRepositories(ArtifactKind.DATASET, any -> {});
    System.out.printf("reading alone took %.2f s.%n", (System.nanoTime() - begin) / 1e9);
    long start = System.nanoTime();
    report =
        ANALYSIS.run(
            GraphSnapshot.empty(), catalogue, Parameters.of(ANALYSIS.parameters(), Map.of()));
    System.out.printf("evolution took %.2f s.%n", (System.nanoTime() - start) / 1e9);
  }

  @ParameterizedTest
  @CsvSource({"models, evolution", "datasets, datasets"})
  void growth(String kind, String counts) {
    for (String series : List.of("new", "cumulative")) {
      JsonNode counted = COUNTED.get(counts).get(series);
      assertThat(column("growth", 3, kind, series))
          .isEqualTo(Answers.doubles(counted.get("counts")));
      List<String> fit = rows("exponential_growth", kind, series).getFirst();
      double[] doubling = Answers.doubles(counted.get("doubling"));
      close(fit.get(3), counted.get("rate").asDouble(), 1e-12);
      close(fit.get(6), counted.get("rSquared").asDouble(), 1e-12);
      close(fit.get(7), doubling[0], 1e-9);
      close(fit.get(8), doubling[1], 1e-7);
      close(fit.get(9), doubling[2], 1e-7);
      for (List<String> curve : rows("growth_curves", kind, series)) {
        JsonNode expected = counted.get("curves").get(curve.get(2).toUpperCase(Locale.ROOT));
        assertThat(curve.get(4)).isEqualTo("converged");
        double residuals = expected.get("residuals").asDouble();
        close(curve.get(8), residuals, residuals * 1e-6);
        close(curve.get(9), expected.get("aic").asDouble(), 1e-4);
      }
      System.out.printf(
          "%s, %s: double every %s months (%s to %s), R² %s%n",
          kind, series, fit.get(7), fit.get(8), fit.get(9), fit.get(6));
    }
  }

  @Test
  void popularity() {
    List<List<String>> found = rows("popularity", "models", "downloads");
    for (int i = 0; i < found.size(); i++) {
      double[] counted = Answers.doubles(COUNTED.get("evolution").get("popularity").get(i));
      close(found.get(i).get(4), counted[0], 1e-6);
      close(found.get(i).get(5), counted[1], 0);
      close(found.get(i).get(7), counted[2], 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"downloads", "likes", "repositories"})
  void owners(String measure) {
    List<String> found = rows("owners", "models", measure).getFirst();
    double[] counted = Answers.doubles(COUNTED.get("evolution").get("owners").get(measure));
    close(found.get(3), counted[0], 1e-9);
    close(found.get(6), counted[1], 1e-12);
    close(found.get(7), counted[2], 1e-12);
    close(found.get(8), counted[3], 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"domain, domains", "framework, frameworks", "tag, tags", "dataset, datasets"})
  void trends(String name, String counts) {
    JsonNode counted = COUNTED.get("evolution").get(counts);
    List<List<String>> trends = rows(name + "_trends");
    assertThat(trends.stream().map(each -> each.get(0)).toList())
        .containsExactlyElementsOf(counted::fieldNames);
    for (List<String> found : trends) {
      JsonNode expected = counted.get(found.get(0));
      assertThat(rows(name + "_months").stream().filter(row -> row.get(1).equals(found.get(0))))
          .extracting(row -> Long.parseLong(row.get(3)))
          .containsExactlyElementsOf(
              Arrays.stream(Answers.longs(expected.get("counts"))).boxed().toList());
      close(found.get(2), expected.get("tau").asDouble(), 1e-12);
      close(found.get(3), expected.get("slope").asDouble(), 1e-12);
      close(found.get(5), expected.get("adjusted").asDouble(), 1e-9);
      assertThat(List.of(Integer.parseInt(found.get(6)), Integer.parseInt(found.get(7))))
          .isEqualTo(Answers.stream(expected.get("ranks")).map(JsonNode::asInt).toList());
      System.out.printf(
          "%s %s: tau %s, Holm p %s, rank %s to %s%n",
          name, found.get(0), found.get(2), found.get(5), found.get(6), found.get(7));
    }
  }

  /** Of 363 top models, a third of them older than the hub's record. */
  @Test
  void firstCommitsDateWhatTheHubDoesNot() {
    JsonNode counted = COUNTED.get("firstCommits");
    TreeMap<String, List<Commit>> commits = new TreeMap<>();
    readJson(
        "commits/hub_commits_2024_11.jsonl.gz",
        row ->
            commits
                .computeIfAbsent(row.get("model_id").asText(), any -> new ArrayList<>())
                .add(new Commit(time(row), List.of(), "")));
    List<Repository> models = new ArrayList<>();
    readJson(
        "commits/hub_commits_2024_11_models.jsonl.gz",
        row -> {
          RepositoryBuilder model = new RepositoryBuilder(row.get("modelId").asText());
          boolean told = !row.get("created_at").asText().isEmpty();
          models.add((told ? model.created(time(row)) : model).build());
        });
    Report dated =
        ANALYSIS.run(
            GraphSnapshot.empty(),
            MemoryCatalogue.EMPTY
                .with(ArtifactKind.MODEL, models)
                .withCommits(
                    commits.entrySet().stream()
                        .map(each -> new History(each.getKey(), each.getValue()))
                        .toList()),
            Parameters.of(ANALYSIS.parameters(), Map.of("kinds", "models", "from", "2018-01")));
    assertThat(dated.coverage().stream().limit(3))
        .extracting(Report.Fact::count)
        .containsExactly(
            counted.get("models").asLong(),
            counted.get("unrecorded").asLong(),
            counted.get("dated").asLong());
    Iterator<Map.Entry<String, JsonNode>> months = counted.get("months").fields();
    while (months.hasNext()) {
      Map.Entry<String, JsonNode> month = months.next();
      assertThat(Reports.rows(dated, "growth"))
          .contains("models,%s,new,%d".formatted(month.getKey(), month.getValue().asInt()));
    }
  }

  private static void readJson(String relative, Consumer<JsonNode> reader) {
    Hub.readLines(relative, lines -> lines.map(HubEvolutionTest::json).forEach(reader));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Instant time(JsonNode row) {
    return Instant.parse(row.get("created_at").asText());
  }

  private static double[] column(String table, int column, String kind, String series) {
    return Reports.cells(report, table).stream()
        .filter(row -> row.contains(kind) && row.contains(series))
        .mapToDouble(row -> Double.parseDouble(row.get(column)))
        .toArray();
  }

  private static void close(String found, double expected, double tolerance) {
    assertThat(Double.parseDouble(found)).isCloseTo(expected, within(tolerance));
  }

  private static List<List<String>> rows(String table, String... first) {
    return Reports.cells(report, table).stream()
        .filter(row -> row.subList(0, first.length).equals(List.of(first)))
        .toList();
  }
}

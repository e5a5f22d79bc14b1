package dev.clade.lineage.ecosystem.hub;

import static dev.clade.lineage.ecosystem.hub.Published.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.library.LibraryAnalysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Answers;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Libraries of July 2024 beside Jones et al. (arXiv 2406.08205), counted by {@code
 * hub_evolution.py}.
 *
 * <p>The study's counts are of far fewer descendants. Transformers and safetensors lead there, too;
 * how it read libraries is not told. Its line through descendants by downloads is steeper, with
 * about the same correlation as here by the models' own downloads.
 */
class HubLibraryTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_evolution.json").get("libraries");
  private static Report report;

  @BeforeAll
  static void run() {
    Hub hub = Hub.load();
    HubCatalogue catalogue = HubCatalogue.load();
    LibraryAnalysis analysis = new LibraryAnalysis();
    Parameters parameters = Parameters.of(analysis.parameters(), Map.of("limit", "40"));
    long start = System.nanoTime();
    report = analysis.run(hub.snapshot(), catalogue, parameters);
    System.out.printf("library took %.2f s.%n", (System.nanoTime() - start) / 1e9);
  }

  @Test
  void libraries() {
    List<List<String>> found = Reports.cells(report, "kept_libraries");
    JsonNode counted = COUNTED.get("kept");
    assertThat(found.stream().map(List::getFirst).toList())
        .containsExactlyElementsOf(counted::fieldNames);
    for (List<String> row : found) {
      assertThat(List.of(row.get(1), row.get(2), row.get(4), row.get(5)))
          .isEqualTo(Answers.stream(counted.get(row.getFirst())).map(JsonNode::asText).toList());
    }
    Map<String, Integer> published =
        Map.of("transformers", 2_699, "safetensors", 1_929, "tensorboard", 1_173);
    for (List<String> row : found.subList(0, 3)) {
      figure(
          "descendants of several libraries: " + row.getFirst(),
          Double.parseDouble(row.get(5)),
          counted.get(row.getFirst()).get(3).asDouble(),
          published.get(row.getFirst()));
      System.out.printf("kept: %s%n", row.get(3));
    }
  }

  @Test
  void descendants() {
    List<String> found = Reports.cells(report, "descendants").getFirst();
    double parents = COUNTED.get("parents").asDouble();
    figure("parents", Double.parseDouble(found.get(1)), parents, 3_471);
    figure(
        "descendants of each parent",
        Double.parseDouble(found.get(2)),
        COUNTED.get("edges").asDouble() / parents,
        3.5232);
    figure(
        "share of parents with one descendant",
        Double.parseDouble(found.getLast()),
        COUNTED.get("single").asDouble() / parents,
        .6834);
  }

  @Test
  void linesThroughDescendantsByDownloads() {
    List<List<String>> found = Reports.cells(report, "descendants_by_downloads");
    List<String> names = List.of("derived all", "derived different", "own all", "own different");
    for (int i = 0; i < names.size(); i++) {
      double[] counted = Answers.doubles(COUNTED.get("lines").get(names.get(i)));
      List<String> row = found.get(i);
      assertThat(Double.parseDouble(row.get(2))).isEqualTo(counted[0]);
      assertThat(Double.parseDouble(row.get(3))).isCloseTo(counted[1], within(1e-9));
      assertThat(Double.parseDouble(row.get(6))).isCloseTo(counted[2], within(1e-9));
      assertThat(Double.parseDouble(row.get(7))).isCloseTo(counted[3], within(1e-9));
      System.out.println(String.join(", ", row) + "; published .14794, -.20618, .4375");
    }
  }
}

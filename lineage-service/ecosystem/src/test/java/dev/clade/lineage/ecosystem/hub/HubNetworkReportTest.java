package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.network.NetworkAnalysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The report on sub-fields, of the commits of November 2024 and the tags of July. A third of the
 * tags is kept back, so some of the models belong to no sub-field here. {@code hub_network.py}
 * counts the same.
 */
class HubNetworkReportTest {
  private static Report report;

  @BeforeAll
  static void load() {
    NetworkAnalysis analysis = new NetworkAnalysis();
    Map<String, String> set =
        Map.of("models", "computer_vision,language,multimodal", "rewirings", "9", "limit", "1000");
    report =
        analysis.run(
            GraphSnapshot.empty(), HubCatalogue.load(), Parameters.of(analysis.parameters(), set));
  }

  @ParameterizedTest
  @CsvSource({
    "computer_vision, 18, 2, 52, 232",
    "language, 117, 30, 223, 936",
    "multimodal, 41, 7, 104, 300"
  })
  void subFieldsAreThoseOfAnyTag(
      String field, int repositories, int single, int authors, int ties) {
    assertMeasure(field, "repositories", repositories);
    assertMeasure(field, "share with one contributor", single / (double) repositories);
    assertMeasure(field, "authors", authors);
    assertMeasure(field, "ties", ties);
    assertMeasure(field, "\"search for the continuous core, 1 if it settled\"", 1);
  }

  private static void assertMeasure(String field, String measure, double allAccounts) {
    assertThat(Reports.rows(report, "measures"))
        .filteredOn(row -> row.startsWith("%s,%s,".formatted(field, measure)))
        .singleElement()
        .asString()
        .startsWith("%s,%s,%s,".formatted(field, measure, allAccounts));
  }

  @Test
  void groupsOfAuthorsShareAllDownloadsAndLikes() {
    List<String[]> groups =
        Reports.rows(report, "author_groups").stream()
            .filter(row -> row.startsWith("language,people,"))
            .map(row -> row.split(",", -1))
            .toList();
    assertThat(groups.stream().mapToInt(row -> Integer.parseInt(row[4])).sum()).isEqualTo(117);
    for (int share : new int[] {5, 6}) {
      assertThat(groups.stream().mapToDouble(row -> Double.parseDouble(row[share])).sum())
          .isCloseTo(1, within(1e-12));
    }
  }
}

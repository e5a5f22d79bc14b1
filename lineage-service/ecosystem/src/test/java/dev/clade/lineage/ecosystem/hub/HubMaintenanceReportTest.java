package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.maintenance.MaintenanceAnalysis;
import dev.clade.lineage.ecosystem.maintenance.bayes.BinaryTable;
import dev.clade.lineage.ecosystem.maintenance.bayes.DynamicNetwork;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeStudy;
import dev.clade.lineage.ecosystem.maintenance.status.MaintenanceStatus;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Answers;
import dev.clade.lineage.ecosystem.testing.Graphs;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.report.render.HtmlPage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The report on 359 top models beside Castaño et al. (arXiv 2311.13380), who looked at the whole
 * hub; counted again by {@code hub_maintenance.py}. See {@link HubMaintenanceTest} for what is made
 * of it.
 *
 * <p>High models have more downloads and likes there, and fewer here: these are top models, and the
 * old ones among them are here because they are used still. That their files are bigger can be
 * chance. What a commit changes is told by titles, and most depends on the same before it.
 */
class HubMaintenanceReportTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_maintenance.json");

  private static MemoryCatalogue catalogue;
  private static Report report;

  @BeforeAll
  static void run() {
    catalogue =
        MemoryCatalogue.EMPTY
            .withCommits(HubCommits.histories())
            .with(ArtifactKind.MODEL, HubCommits.models());
    report = report(new JudgedMessages(HubCommits.swanson()));
    report.coverage().forEach(System.out::println);
    for (Table each : report.tables()) {
      System.out.println(each.name());
      Reports.rows(report, each.name()).forEach(row -> System.out.println("    " + row));
    }
  }

  @Test
  void isTheSameTwice() {
    HtmlPage.Heading heading = new HtmlPage.Heading("", "", Map.of(), List.of());
    assertThat(HtmlPage.of(heading, report(new JudgedMessages(HubCommits.swanson()))))
        .isEqualTo(HtmlPage.of(heading, report));
  }

  @Test
  void whatIsLookedAt() {
    assertThat(report.coverage())
        .contains(
            new Report.Fact("models that the catalogue has", 363),
            new Report.Fact("models with commits", 359),
            new Report.Fact("models with commits that the catalogue does not list", 0),
            new Report.Fact("commits", 8_042),
            new Report.Fact("judged messages", 1_757),
            new Report.Fact(
                "commits whose title is used instead",
                COUNTED.get("titledChanges").get("telling").asLong()));
  }

  /** By what is learnt; {@link HubMaintenanceTest} holds the rules' shares against a count. */
  @Test
  void statuses() {
    Report rules = report(JudgedMessages.NONE);
    JsonNode counted = COUNTED.get("status");
    Published.figure(
        "highly maintained models",
        value(rules, "maintenance_status", "share of high models"),
        counted.get("high").asDouble() / counted.get("models").asDouble(),
        MaintenanceStatus.PUBLISHED_HIGH);
    assertThat(value(rules, "maintenance_status", "models with one commit"))
        .isEqualTo(counted.get("single").asDouble());
    assertThat(value(rules, "maintenance_status", "silhouette"))
        .isCloseTo(counted.get("silhouette").asDouble(), within(1e-9));
    Reports.rows(rules, "status_comparison").forEach(System.out::println);
    assertThat(Reports.rows(rules, "status_comparison").getLast())
        .isEqualTo("card_length,0,0,359,,,,,");
  }

  @Test
  void changesByTitles() {
    JsonNode counted = COUNTED.get("titledChanges");
    ChangeCategory[] categories = ChangeCategory.values();
    for (ChangeCategory each : categories) {
      assertThat(Reports.rows(report, "change_categories"))
          .anyMatch(
              row -> row.startsWith(label(each) + "," + counted.get("counts").get(each.name())));
    }
    assertThat(value(report, "change_network_fit", "steps"))
        .isEqualTo(counted.get("steps").asDouble());
    for (int from = 0; from < categories.length; from++) {
      for (int to = 0; to < categories.length; to++) {
        long steps = counted.get("transitions").get(from).get(to).asLong();
        String start = "%s,%s,%d,".formatted(label(categories[from]), label(categories[to]), steps);
        assertThat(Reports.rows(report, "change_transitions"))
            .filteredOn(row -> row.startsWith(start))
            .hasSize(steps == 0 ? 0 : 1);
      }
    }
  }

  /** The report's has edges from the commit before alone; the other is the one with all edges. */
  @Test
  void networksOfChanges() {
    JsonNode counted = COUNTED.get("titledChanges");
    assertThat(value(report, "change_network_fit", "score (BIC)"))
        .isCloseTo(counted.get("bestScoreOfBefore").asDouble(), within(1e-6));
    BinaryTable steps = ChangeStudy.of(catalogue.commits()).steps();
    assertThat(DynamicNetwork.of(steps, true).score())
        .isCloseTo(counted.get("bestScore").asDouble(), within(1e-6));
  }

  private static double value(Report of, String table, String figure) {
    return Reports.rows(of, table).stream()
        .filter(row -> row.startsWith(figure + ","))
        .map(row -> Double.parseDouble(row.split(",")[1]))
        .findFirst()
        .orElseThrow();
  }

  private static Report report(JudgedMessages judged) {
    MaintenanceAnalysis analysis = new MaintenanceAnalysis(judged);
    long start = System.nanoTime();
    Report found =
        analysis.run(
            Graphs.snapshot(List.of()), catalogue, Parameters.of(analysis.parameters(), Map.of()));
    System.out.printf(Locale.ROOT, "maintenance took %.1f s%n", (System.nanoTime() - start) / 1e9);
    return found;
  }

  private static String label(ChangeCategory category) {
    return category.name().toLowerCase(Locale.ROOT);
  }
}

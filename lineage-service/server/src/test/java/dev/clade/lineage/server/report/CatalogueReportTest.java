package dev.clade.lineage.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.Provenance;
import dev.clade.ingest.v1.CardFacts;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.Repository;
import dev.clade.lineage.server.testing.FakeActivity;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.Report;
import io.quarkus.test.junit.QuarkusTest;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports on what the catalogue knows beside the graph: all of it reaches them. */
@QuarkusTest
class CatalogueReportTest extends ReportServerTest {
  private static final Map<String, String> MODELS = Map.of("kinds", "models");

  FakeActivity activity;

  @BeforeEach
  void store() throws ParseException {
    activity.clear();
    activity.store(
        Repository.newBuilder()
            .setName("models/x/base")
            .setAvailability(Availability.AVAILABILITY_PUBLIC)
            .setCreateTime(Timestamps.parse("2023-01-31T23:59:59Z"))
            .setDownloadCount(40)
            .setLikeCount(4)
            .setTask("translation")
            .setLibrary("transformers")
            .addLicenses("mit")
            .addLanguages("en")
            .addTags("translation")
            .setCommitCount(7)
            .setContributorCount(2)
            .setDiscussionCount(5)
            .setSizeBytes(1)
            .setCard(CardFacts.newBuilder().setLength(100).setAutomatic(true))
            .build());
    activity.store(
        Repository.newBuilder()
            .setName("models/x/child")
            .setCreateTime(Timestamps.parse("2023-02-01T00:00:00Z"))
            .setCard(CardFacts.getDefaultInstance())
            .build());
    activity.store(
        Repository.newBuilder()
            .setName("models/x/gone")
            .setAvailability(Availability.AVAILABILITY_DELETED)
            .build());
  }

  @Test
  void activityHasTheCountsThatAreKnown() {
    Report report = report(ask("activity", MODELS));
    assertThat(rows(report, "distributions"))
        .filteredOn(row -> row.subList(0, 2).equals(List.of("model", "all")))
        .filteredOn(row -> row.get(3).equals("counted"))
        .extracting(row -> row.get(2) + " " + row.get(5) + " of " + row.get(4))
        .as("how many of the repositories have no value")
        .containsExactly(
            "likes 0 of 2",
            "downloads 0 of 2",
            "discussions 1 of 2",
            "commits 1 of 2",
            "contributors 1 of 2");
    assertThat(rows(report, "license_groups")).isNotEmpty();
    assertThat(report.getCoverageList().get(1).getCount()).as("gone").isEqualTo(1);
  }

  @Test
  void documentationHasTheCards() {
    Report report = report(ask("documentation", Map.of("size", "2")));
    assertThat(rows(report, "cards").getFirst().subList(0, 6))
        .containsExactly("2", "1", "0.5", "1", "1.0", "100.0");
    assertThat(rows(report, "card_changes").getFirst().subList(0, 4))
        .containsExactly("having a card", "1", "1.0", "0.0");
  }

  @Test
  void evolutionHasTheMonths() {
    Report report = report(ask("evolution", Map.of("from", "2022-12")));
    assertThat(rows(report, "growth"))
        .as("the month of the latest creation may be incomplete")
        .extracting(row -> row.subList(1, 4))
        .containsExactly(
            List.of("2022-12", "new", "0"),
            List.of("2023-01", "new", "1"),
            List.of("2022-12", "cumulative", "0"),
            List.of("2023-01", "cumulative", "1"));
  }

  @Test
  void maintenanceReadsWholeMessages() throws ParseException {
    activity.store(
        "models/x/base",
        Commit.newBuilder()
            .setCommitTime(Timestamps.parse("2023-01-31T12:00:00Z"))
            .setTitle("Numbers")
            .setMessage("fix a bug")
            .addAuthors("ann")
            .build());
    Report report = report(ask("maintenance", Map.of()));
    assertThat(rows(report, "commit_classes"))
        .contains(List.of("rules", "as_classified", "1", "0", "0", "1.0", "0.0", "0.0"));
    assertThat(rows(report, "monthly_classes").getFirst()).startsWith("2023-01");
  }

  @Test
  void topicsReadTheCards() {
    activity.storeCard("models/x/base", "A card of words that are too few");
    activity.storeCard("models/x/child", "automatically generated");
    Report report = report(ask("topics", Map.of()));
    assertThat(report.getCoverageList().subList(0, 3))
        .extracting(Report.Fact::getCount)
        .as("cards, trivial, automatic")
        .containsExactly(2L, 0L, 1L);
  }

  @Test
  void turnoverReadsTheCountsOfDays() throws ParseException {
    store("models/x/base", "2023-01-01T00:00:00Z", 10);
    store("models/x/base", "2023-06-01T00:00:00Z", 1);
    store("models/x/child", "2023-01-01T00:00:00Z", 5);
    store("models/x/child", "2023-06-01T00:00:00Z", 9);
    Report report = report(ask("turnover", Map.of("size", "1")));
    assertThat(rows(report, "turnover"))
        .extracting(row -> row.subList(0, 5))
        .containsExactly(
            List.of("2023-01-01", "1", "0", "0", "1"), List.of("2023-06-01", "1", "0", "0", "1"));
  }

  private void store(String artifact, String time, long downloads) throws ParseException {
    activity.store(
        artifact,
        DatedCounts.newBuilder()
            .setProvenance(Provenance.newBuilder().setSnapshotTime(Timestamps.parse(time)))
            .setDownloadCount(downloads)
            .build());
  }

  private static CreateReportRequest.Builder ask(String analysis, Map<String, String> parameters) {
    return CreateReportRequest.newBuilder().setAnalysis(analysis).putAllParameters(parameters);
  }
}

package dev.clade.lineage.ecosystem.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.documentation.Card;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import dev.clade.lineage.ecosystem.report.InvalidParameterException;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Graphs;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.report.Report;
import dev.clade.report.Report.Fact;
import dev.clade.report.Table;
import dev.clade.report.render.HtmlPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaintenanceAnalysisTest {
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  /** Two models that are worked on to the end, and two that were left alone a year ago. */
  private static final MemoryCatalogue HUB =
      MemoryCatalogue.EMPTY
          .withCommits(
              List.of(
                  model("x/busy", 360, 8, "Update README.md"),
                  model("x/fixed", 361, 7, "Fix the tokenizer"),
                  model("y/left", 0, 2, "Upload model.safetensors"),
                  model("y/once", 1, 1, "initial commit")))
          .with(
              ArtifactKind.MODEL,
              List.of(
                  repository("x/busy", 100, OptionalLong.of(50), Optional.of(new Card(9, false))),
                  repository("x/fixed", 90, OptionalLong.empty(), Optional.of(Card.NONE)),
                  repository("y/idle", 80, OptionalLong.of(1), Optional.empty()),
                  repository("y/left", 10, OptionalLong.of(5), Optional.empty())));

  @Test
  void theHubByHand() {
    Report report = report(JudgedMessages.NONE, HUB, Map.of());
    assertThat(report.coverage())
        .containsExactly(
            new Fact("models that the catalogue has", 4),
            new Fact("models with commits", 4),
            new Fact("models with commits that the catalogue does not list", 1),
            new Fact("commits", 18),
            new Fact("judged messages", 0),
            new Fact("commits that tell their files", 0),
            new Fact("commits whose title is used instead", 10),
            new Fact("steps between commits that both tell what they change", 8));
    assertThat(Reports.rows(report, "commit_classes"))
        .containsExactly(
            "rules,as_classified,18,0,3," + 7 / 18.0 + ",0.0," + 8 / 18.0,
            "rules,deliveries_excluded,15,3,0," + 7 / 15.0 + ",0.0," + 8 / 15.0,
            "rules,deliveries_adaptive,18,0,0,%s,%s,%s".formatted(7 / 18.0, 3 / 18.0, 8 / 18.0));
    assertThat(Reports.rows(report, "classifier_scores")).isEmpty();
    assertThat(Reports.rows(report, "monthly_classes"))
        .containsExactly(
            "2024-01,3,0.0,0.0,0.0",
            "2024-12,11,%s,0.0,%s".formatted(5 / 11.0, 6 / 11.0),
            "2025-01,4,0.5,0.0,0.5");
    assertThat(Reports.rows(report, "commits_of_models"))
        .contains("models,4.0", "mean,4.5", "median,4.5", "largest,8.0");
    assertThat(Reports.rows(report, "commit_metrics"))
        .contains("commits,4,0,4.5,4.5,8.0", "mean_gap,3,1,1.0,1.0,1.0", "files,0,4,,,");
    assertThat(Reports.rows(report, "thirds_of_lifetime"))
        .anyMatch(each -> each.startsWith("commits,3,1,"));
    assertThat(Reports.rows(report, "maintenance_status"))
        .contains("share of high models,0.5,0.165", "models with one commit,1.0,");
    assertThat(Reports.rows(report, "status_comparison"))
        .anyMatch(each -> each.startsWith("downloads,2,1,1,95.0,10.0,2.0,0.540"))
        .contains(
            "bytes,1,1,2,50.0,5.0,1.0,1.0,1.0",
            "likes,2,1,1,0.0,0.0,1.0,1.0,0.0",
            "card_length,2,0,2,4.5,,,,");
    assertThat(Reports.rows(report, "status_features"))
        .anyMatch(each -> each.startsWith("recency,2,2,0,0.0,"));
    assertThat(report.notes()).anyMatch(each -> each.contains("2025-01-02T00:00:00Z"));
  }

  /** Of eight commits to the card, seven follow one; the fixes tell nothing. */
  @Test
  void changesByTitles() {
    Report report = report(JudgedMessages.NONE, HUB, Map.of());
    assertThat(Reports.rows(report, "change_categories"))
        .contains("external_documentation,8,0.8", "output_data,2,0.2", "sharing,0,0.0");
    assertThat(Reports.rows(report, "change_transitions"))
        .containsExactly(
            "output_data,output_data,1,1.0,0.125",
            "external_documentation,external_documentation,7,1.0,0.875");
    assertThat(Reports.rows(report, "change_network"))
        .anyMatch(each -> each.startsWith("external_documentation,output_data,"));
    assertThat(Reports.rows(report, "change_probabilities")).contains("sharing,,8,0.0");
    assertThat(report.notes()).anyMatch(each -> each.contains("No commit tells its files"));
  }

  @Test
  void theSameTwice() {
    Report report = report(judged("Mend"), HUB, Map.of());
    assertThat(report(judged("Mend"), HUB, Map.of())).isEqualTo(report);
    assertThat(report.tables()).extracting(Table::name).doesNotHaveDuplicates();
  }

  @Test
  void emptyAndAlikeHubs() {
    List<MemoryCatalogue> hubs =
        List.of(
            MemoryCatalogue.EMPTY,
            MemoryCatalogue.EMPTY.with(
                ArtifactKind.MODEL, HUB.repositories().get(ArtifactKind.MODEL)),
            MemoryCatalogue.EMPTY.withCommits(List.of(model("x/a", 0, 1, ""))),
            MemoryCatalogue.EMPTY.withCommits(List.of(model("x/a", 0, 9, "Update README.md"))),
            MemoryCatalogue.EMPTY.withCommits(
                List.of(model("x/a", 0, 3, "Fix"), model("x/b", 0, 3, "Fix"))));
    for (MemoryCatalogue each : hubs) {
      for (JudgedMessages judged : List.of(JudgedMessages.NONE, judged("Mend"))) {
        Report report = report(judged, each, Map.of());
        assertThat(Reports.rows(report, "maintenance_status")).isEmpty();
        assertThat(Reports.rows(report, "status_comparison")).isEmpty();
        assertThat(report.notes())
            .contains("There are no two models that differ, so there are no clusters.");
        assertThat(HtmlPage.of(new HtmlPage.Heading("t", "", Map.of(), List.of()), report))
            .isNotEmpty();
      }
    }
  }

  @Test
  void learntFromWhatIsJudged() {
    JudgedMessages judged = judged("Mend");
    Report report = report(judged, HUB, Map.of());
    assertThat(Reports.rows(report, "commit_classes")).hasSize(6);
    assertThat(Reports.rows(report, "classifier_scores"))
        .contains("rules,corrective,0.0,0.0,0.0", "learnt,corrective,1.0,1.0,1.0")
        .hasSize(15);
    assertThat(report.notes().getFirst()).contains(judged.digest());

    Report without = report(judged, HUB, Map.of("judged_messages", "none"));
    assertThat(without).isEqualTo(report(JudgedMessages.NONE, HUB, Map.of()));
  }

  @Test
  void theParameterNamesWhatIsLearntFrom() {
    JudgedMessages judged = judged("Mend");
    Map<String, String> set = Map.of("judged_messages", judged.digest());
    MaintenanceAnalysis with = new MaintenanceAnalysis(judged);
    assertThat(Parameters.of(with.parameters(), set))
        .isEqualTo(Parameters.of(with.parameters(), Map.of()));
    assertThat(new MaintenanceAnalysis(judged("Repair")).parameters().getFirst().standard())
        .isNotEqualTo(judged.digest());
    MaintenanceAnalysis without = new MaintenanceAnalysis(JudgedMessages.NONE);
    assertThat(Parameters.of(without.parameters(), Map.of()).word("judged_messages"))
        .isEqualTo("none");
    assertThatThrownBy(() -> Parameters.of(without.parameters(), set))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("judged_messages is %s; it must be one of none".formatted(judged.digest()));
  }

  private static Report report(
      JudgedMessages judged, MemoryCatalogue catalogue, Map<String, String> set) {
    MaintenanceAnalysis analysis = new MaintenanceAnalysis(judged);
    return analysis.run(
        Graphs.snapshot(List.of()), catalogue, Parameters.of(analysis.parameters(), set));
  }

  private static JudgedMessages judged(String corrective) {
    List<LabelledMessage> messages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      messages.add(new LabelledMessage(corrective + " it", Set.of(CommitClass.CORRECTIVE)));
      messages.add(new LabelledMessage(corrective + " " + i, Set.of(CommitClass.CORRECTIVE)));
      messages.add(new LabelledMessage("Bring " + i, Set.of(CommitClass.ADAPTIVE)));
      messages.add(new LabelledMessage("Polish " + i, Set.of(CommitClass.PERFECTIVE)));
    }
    return new JudgedMessages(messages);
  }

  /** A commit a day. */
  private static History model(String id, int firstDay, int commits, String message) {
    return new History(
        id,
        IntStream.range(0, commits)
            .mapToObj(
                i -> new Commit(START.plus(Duration.ofDays(firstDay + i)), List.of("a"), message))
            .toList());
  }

  private static Repository repository(
      String id, long downloads, OptionalLong bytes, Optional<Card> card) {
    return new Repository(
        id,
        Availability.PUBLIC,
        Optional.of(START),
        downloads,
        0,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        bytes,
        card);
  }
}

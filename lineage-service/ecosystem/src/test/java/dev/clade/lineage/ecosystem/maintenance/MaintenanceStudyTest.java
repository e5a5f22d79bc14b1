package dev.clade.lineage.ecosystem.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.status.StatusOptions;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import dev.clade.lineage.ecosystem.report.Report;
import dev.clade.lineage.ecosystem.report.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaintenanceStudyTest {
  private static final List<History> HISTORIES =
      List.of(history("a", 12, "Fix"), history("b", 11, "Update README.md"), history("c", 1, "x"));

  @Test
  void byRulesWhenNothingIsJudged() {
    Report report = study(List.of());
    assertThat(report.tables())
        .extracting(Table::name)
        .containsExactly(
            "commit_classes",
            "commit_metrics",
            "thirds_of_commits",
            "thirds_of_lifetime",
            "maintenance_status");
    assertThat(report.notes().getFirst()).contains("written rules");
    assertThat(report.tables().getFirst().rows().getFirst())
        .isEqualTo(
            List.of(
                new Table.Text("rules"),
                new Table.Text("as_classified"),
                new Table.Whole(24),
                new Table.Whole(0),
                new Table.Whole(1),
                new Table.Real(12 / 24.0),
                new Table.Real(0),
                new Table.Real(11 / 24.0)));
    assertThat(cells(report, "commit_metrics", "files")).startsWith(new Table.Whole(0));
    assertThat(cells(report, "maintenance_status", "models with one commit"))
        .startsWith(new Table.Real(1));
  }

  @Test
  void learntFromWhatIsJudged() {
    List<LabelledMessage> judged = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      judged.add(new LabelledMessage("Fix " + i, Set.of(CommitClass.CORRECTIVE)));
      judged.add(new LabelledMessage("Bring " + i, Set.of(CommitClass.ADAPTIVE)));
    }
    Report report = study(judged);
    assertThat(report.tables()).extracting(Table::name).contains("classifier_scores");
    assertThat(report.tables().getFirst().rows()).hasSize(6);
    assertThat(report.notes().getFirst()).contains("learnt");
  }

  private static List<Table.Cell> cells(Report report, String table, String row) {
    return report.tables().stream()
        .filter(each -> each.name().equals(table))
        .flatMap(each -> each.rows().stream())
        .filter(each -> each.getFirst().equals(new Table.Text(row)))
        .map(each -> each.subList(1, each.size()))
        .findFirst()
        .orElseThrow();
  }

  private static Report study(List<LabelledMessage> judged) {
    return MaintenanceStudy.of(
        HISTORIES, Instant.EPOCH.plusSeconds(100), judged, new StatusOptions(5, 2, 100, 1));
  }

  private static History history(String model, int commits, String message) {
    return new History(
        model,
        IntStream.range(0, commits)
            .mapToObj(
                i -> new Commit(Instant.EPOCH.plusSeconds((long) i * i / 2), List.of("a"), message))
            .toList());
  }
}

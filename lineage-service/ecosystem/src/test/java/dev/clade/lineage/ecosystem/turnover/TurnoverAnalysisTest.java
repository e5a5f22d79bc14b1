package dev.clade.lineage.ecosystem.turnover;

import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report on four models that are counted in spring; worked by hand. */
class TurnoverAnalysisTest {
  private static final TurnoverAnalysis ANALYSIS = new TurnoverAnalysis();
  private static final List<DatedCounts> COUNTS =
      List.of(
          counts("a", "2024-01-10", 9, 1),
          counts("a", "2024-02-10", 9, 1),
          counts("a", "2024-03-10", 5, 1),
          counts("b", "2024-01-10", 8, 2),
          counts("b", "2024-02-10", 1, 3),
          counts("b", "2024-03-10", 8, 4),
          counts("c", "2024-01-10", 7, 3),
          counts("c", "2024-02-11", 8, 9),
          counts("d", "2024-01-10", 7, 0),
          counts("d", "2024-03-10", 5, 0),
          counts("d", "2024-03-11", 99, 0));

  @Test
  void comparesTheTopsOfDays() {
    Report report = run(Map.of("size", "2", "dates", "2024-01-10,2024-02-10,2024-03-10"));
    // c is 7 in February, as in January, and d too; in March c is 8 of February.
    assertThat(rows(report, "turnover"))
        .containsExactly(
            "2024-01-10,2,0,0,2,2,0,8,0",
            "2024-02-10,2,1,0,1,3,1,7,1",
            "2024-03-10,2,1,1,0,3,1,8,0");
    assertThat(report.coverage())
        .extracting(Report.Fact::count)
        .as("with counts; of each day")
        .containsExactly(4L, 4L, 4L, 4L);
    Figure.Plot plot = (Figure.Plot) report.figures().getFirst();
    assertThat(plot.series())
        .extracting(Figure.Series::y)
        .containsExactly(List.of(2.0, 2.0), List.of(1.0, 2.0), List.of(1.0, 1.0));
    assertThat(plot.series().getFirst().x()).containsExactly(2.0, 3.0);
  }

  @Test
  void aCountHoldsAsLongAsTheWindow() {
    Map<String, String> set =
        Map.of("size", "2", "dates", "2024-01-10,2024-02-10,2024-03-10", "window_days", "28");
    Report report = run(set);
    assertThat(report.coverage()).extracting(Report.Fact::count).containsExactly(4L, 4L, 2L, 4L);
    assertThat(rows(report, "turnover")).element(1).asString().startsWith("2024-02-10,2,2,0,0,2");
    assertThat(run(Map.of("dates", "2024-01-10,2024-02-10,2025-03-10")).coverage())
        .last()
        .extracting(Report.Fact::count)
        .isEqualTo(0L);
  }

  @Test
  void likesAreATopToo() {
    Report report = run(Map.of("size", "1", "measure", "likes", "dates", "2024-01-10,2024-03-10"));
    assertThat(rows(report, "turnover"))
        .containsExactly("2024-01-10,1,0,0,1,1,0,3,0", "2024-03-10,1,1,0,0,1,0,9,0");
  }

  /** All are counted in January, two in February and three in March, on one day each. */
  @Test
  void choosesTheLatestDaysOnWhichEnoughWereCounted() {
    CountedDays days = new CountedDays();
    COUNTS.forEach(days::add);
    days.add(counts("d", "2024-03-11", 98, 0));
    assertThat(days.chosen(1))
        .containsExactly(date("2024-01-10"), date("2024-02-10"), date("2024-03-11"));
    assertThat(days.chosen(2)).containsExactly(date("2024-01-10"), date("2024-03-10"));
    assertThat(days.chosen(4)).containsExactly(date("2024-01-10"));
    assertThat(rows(run(Map.of("size", "2")), "turnover"))
        .containsExactly("2024-01-10,2,0,0,2,2,0,8,0", "2024-03-10,2,1,0,1,3,1,8,0");
  }

  @Test
  void atMostEightDaysAreChosen() {
    CountedDays days = new CountedDays();
    for (int i = 0; i < 300; i++) {
      days.add(counts("m", date("2024-01-01").plusDays(i).toString(), i, 0));
    }
    assertThat(days.chosen(1))
        .hasSize(8)
        .endsWith(date("2024-01-01").plusDays(269), date("2024-01-01").plusDays(299));
  }

  @Test
  void withoutTwoSnapshotsItSaysWhy() {
    for (Report report :
        List.of(
            run(MemoryCatalogue.EMPTY, Map.of()),
            run(Map.of("size", "4")),
            run(Map.of("dates", "2020-01-01,2024-01-10")))) {
      assertThat(rows(report, "turnover")).isEmpty();
      assertThat(report.notes().getFirst()).contains("no two days");
    }
    assertThat(run(MemoryCatalogue.EMPTY, Map.of("kind", "spaces")).notes().getFirst())
        .isEqualTo("Spaces have no downloads, so there is no top by them: ask for likes.");
  }

  private static DatedCounts counts(String id, String day, long downloads, long likes) {
    return new DatedCounts(id, Instant.parse(day + "T23:59:59Z"), downloads, likes);
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static Report run(Map<String, String> set) {
    return run(MemoryCatalogue.EMPTY.withCounts(COUNTS), set);
  }

  private static Report run(MemoryCatalogue catalogue, Map<String, String> set) {
    return ANALYSIS.run(
        GraphSnapshot.empty(), catalogue, Parameters.of(ANALYSIS.parameters(), set));
  }
}

package dev.clade.lineage.ecosystem.evolution;

import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report on a hub whose models double each month; worked by hand. */
class EvolutionAnalysisTest {
  private static final EvolutionAnalysis ANALYSIS = new EvolutionAnalysis();
  private static final List<String> MONTHS =
      List.of("2022-04", "2022-05", "2022-06", "2022-07", "2022-08");

  @Test
  void whatDoublesEachMonthDoublesInOne() {
    Report report = run(doubling(), Map.of("kinds", "models"));
    assertThat(rows(report, "growth"))
        .containsExactly(
            "models,2022-04,new,1",
            "models,2022-05,new,2",
            "models,2022-06,new,4",
            "models,2022-07,new,8",
            "models,2022-08,new,16",
            "models,2022-04,cumulative,2",
            "models,2022-05,cumulative,4",
            "models,2022-06,cumulative,8",
            "models,2022-07,cumulative,16",
            "models,2022-08,cumulative,32");
    for (String row : rows(report, "exponential_growth")) {
      String[] cells = row.split(",");
      assertThat(Double.parseDouble(cells[3])).isCloseTo(Math.log(2), within(1e-12));
      assertThat(Double.parseDouble(cells[7])).isCloseTo(1, within(1e-12));
    }
    assertThat(rows(report, "growth_curves"))
        .hasSize(6)
        .first()
        .asString()
        .startsWith("models,new,exponential,a·e^(b·x),converged,1.0");
    Figure.Plot plot = (Figure.Plot) figure(report, "cumulative_models");
    assertThat(plot.x().title()).isEqualTo("months since 2022-04");
    assertThat(plot.series().getFirst().y()).containsExactly(2.0, 4.0, 8.0, 16.0, 32.0);
    assertThat(plot.series().get(1).title()).isEqualTo("line through the logarithms");
    assertThat(plot.series().get(1).y().getLast()).isCloseTo(32, within(1e-9));
  }

  @Test
  void saysWhatIsInNoSeries() {
    Report report = run(doubling(), Map.of("kinds", "models"));
    assertThat(report.coverage())
        .extracting(Report.Fact::count)
        .as("there, unrecorded, by commit, undated, before, after; without task, framework, data")
        .containsExactly(34L, 2L, 0L, 1L, 1L, 1L, 30L, 0L, 29L);
  }

  /** The first model of July and that of August have a task; all are of PyTorch. */
  @Test
  void labelsAreSharesOfWhatIsNew() {
    Report report = run(doubling(), Map.of("limit", "1"));
    assertThat(rows(report, "domain_months"))
        .containsExactly(
            "2022-04,none,1,1,1.0",
            "2022-05,none,2,2,1.0",
            "2022-06,none,4,4,1.0",
            "2022-07,none,8,7,0.875",
            "2022-08,none,16,15,0.9375");
    assertThat(rows(report, "framework_months")).last().isEqualTo("2022-08,pytorch,16,16,1.0");
    assertThat(rows(report, "dataset_months")).last().isEqualTo("2022-08,glue,16,1,0.0625");
    assertThat(rows(report, "tag_trends")).containsExactly("pytorch,31,0.0,0.0,1.0,1.0,1,1");
    assertThat(rows(report, "framework_trends")).first().asString().startsWith("pytorch,31,0.0");
    assertThat(((Figure.Plot) figure(report, "domain_shares")).series()).hasSize(1);
  }

  @Test
  void popularityIsOfTheMonthAndOfTheOwner() {
    Report report = run(doubling(), Map.of("kinds", "models"));
    assertThat(rows(report, "popularity"))
        .hasSize(10)
        .contains(
            "models,downloads,2022-05,2,50.0,50.0,75.0,100,0.5",
            "models,likes,2022-05,2,0.5,0.5,0.75,1,0.5");
    // One owner has the 5 first of their months with 100 downloads each, one has the others.
    assertThat(rows(report, "owners"))
        .containsExactly(
            "models,downloads,2,0.5,1.0,1.0,1.0,1.0,1.0",
            "models,likes,2,0.5,1.0,1.0,1.0,1.0,1.0",
            "models,repositories,2," + (29.0 - 5) / (2 * 34) + ("," + 29 / 34.0).repeat(5));
  }

  /** The squashed history is later than the hub's own time, so it tells nothing. */
  @Test
  void firstCommitsDateWhatTheHubDoesNot() {
    Instant oldest = Instant.parse("2022-03-02T23:29:05Z");
    MemoryCatalogue catalogue =
        MemoryCatalogue.EMPTY
            .with(
                ArtifactKind.MODEL,
                List.of(
                    new RepositoryBuilder("a/old").created(oldest).build(),
                    new RepositoryBuilder("a/squashed").created(oldest).build(),
                    new RepositoryBuilder("a/unknown").created(oldest).build(),
                    new RepositoryBuilder("b/last").created("2022-05-01").build(),
                    new RepositoryBuilder("b/new").created("2022-04-01").build()))
            .withCommits(
                List.of(
                    history("a/old", "2022-02-10T00:00:00Z"),
                    history("a/squashed", "2023-02-10T00:00:00Z"),
                    history("b/new", "2021-02-10T00:00:00Z")));
    Report report = run(catalogue, Map.of("kinds", "models", "from", "2022-02"));
    assertThat(rows(report, "growth"))
        .containsExactly(
            "models,2022-02,new,1",
            "models,2022-03,new,0",
            "models,2022-04,new,1",
            "models,2022-02,cumulative,3",
            "models,2022-03,cumulative,3",
            "models,2022-04,cumulative,4");
    assertThat(report.coverage().stream().limit(6))
        .extracting(Report.Fact::count)
        .containsExactly(5L, 3L, 1L, 0L, 2L, 1L);
    assertThat(rows(report, "exponential_growth")).as("too few months").isEmpty();
    assertThat(rows(run(catalogue, Map.of("kinds", "models")), "growth"))
        .containsExactly("models,2022-04,new,1", "models,2022-04,cumulative,4");
  }

  @Test
  void ofLittleItSaysLittle() {
    Repository undated = new RepositoryBuilder("a/m").build();
    Repository fresh = new RepositoryBuilder("a/m").created("2024-07-11").build();
    for (Catalogue catalogue :
        List.of(
            MemoryCatalogue.EMPTY,
            MemoryCatalogue.EMPTY.with(ArtifactKind.MODEL, List.of(undated)),
            MemoryCatalogue.EMPTY.with(ArtifactKind.SPACE, List.of(undated)))) {
      Report report = run(catalogue, Map.of());
      assertThat(report.tables())
          .filteredOn(table -> !table.name().equals("owners"))
          .extracting(Table::rows)
          .containsOnly(List.of());
      assertThat(report.figures()).hasSize(6);
    }
    Report one = run(MemoryCatalogue.EMPTY.with(ArtifactKind.MODEL, List.of(fresh)), Map.of());
    assertThat(rows(one, "growth")).hasSize(2 * 27);
    assertThat(rows(one, "exponential_growth")).isEmpty();
  }

  /**
   * Of each month the first model has downloads, a like and, from July on, a task and a dataset.
   */
  private static Catalogue doubling() {
    List<Repository> models = new ArrayList<>();
    for (int month = 0; month < MONTHS.size(); month++) {
      for (int i = 0; i < 1 << month; i++) {
        RepositoryBuilder model =
            new RepositoryBuilder((i == 0 ? "few/m" : "many/m") + month + "-" + i)
                .created(MONTHS.get(month) + "-15")
                .tags("pytorch");
        if (i == 0) {
          model.counts(100, 1);
        }
        if (i == 0 && month > 2) {
          model.uses("text-generation", "").tags("pytorch", "dataset:glue");
        }
        models.add(model.build());
      }
    }
    models.add(
        new RepositoryBuilder("many/oldest")
            .created(Instant.parse("2022-03-02T23:29:04Z"))
            .build());
    models.add(
        new RepositoryBuilder("many/last")
            .created("2022-09-01")
            .tags("pytorch", "dataset:glue")
            .build());
    models.add(new RepositoryBuilder("many/never").build());
    models.add(new RepositoryBuilder("gone/m").created("2022-04-01").deleted().build());
    return MemoryCatalogue.EMPTY.with(ArtifactKind.MODEL, models);
  }

  private static History history(String id, String time) {
    return new History(id, List.of(new Commit(Instant.parse(time), List.of(), "initial commit")));
  }

  private static Report run(Catalogue catalogue, Map<String, String> set) {
    return ANALYSIS.run(
        GraphSnapshot.empty(), catalogue, Parameters.of(ANALYSIS.parameters(), set));
  }

  private static Figure figure(Report report, String name) {
    return report.figures().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

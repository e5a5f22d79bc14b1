package dev.clade.lineage.ecosystem.activity;

import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.render.HtmlPage;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The report on a hub of three models, one that is gone, and a space; worked by hand. */
class ActivityAnalysisTest {
  private static final ActivityAnalysis ANALYSIS = new ActivityAnalysis();
  private static final MemoryCatalogue HUB =
      MemoryCatalogue.EMPTY
          .with(
              ArtifactKind.MODEL,
              List.of(
                  model("a/1", 0, 2, List.of("mit"), "fill-mask", "text-to-image")
                      .commits(3, 1)
                      .build(),
                  model("a/2", 10, 0, List.of()).commits(1, 2).build(),
                  model("b/1", 30, 1, List.of("gpl-3.0", "our-own"), "object-detection").build(),
                  model("gone/1", 500, 9, List.of()).deleted().build()))
          .with(ArtifactKind.SPACE, List.of(new RepositoryBuilder("s/1").counts(0, 5).build()));

  @Test
  void saysHowMeasuresAreDistributed() {
    Report report = run(HUB, Map.of());
    assertThat(rows(report, "distributions"))
        .anyMatch(row -> row.startsWith("model,all,downloads,counted,3,0,3,13.33"))
        .anyMatch(row -> row.startsWith("model,all,downloads,missing,3,1,2,20.0,20.0,15.0,25.0,"))
        .anyMatch(row -> row.startsWith("model,all,commits,counted,3,1,2,2.0,2.0,"))
        .anyMatch(row -> row.startsWith("model,language,likes,counted,1,0,1,2.0,"))
        .anyMatch(row -> row.startsWith("space,all,likes,counted,1,0,1,5.0,"))
        .noneMatch(row -> row.matches("(space,[^,]*,downloads|[^,]*,[^,]*,discussions),.*"));
    // Σ (2i − n − 1)·x over 0, 10, 30 is 60, of 3·40; squared shares are (10² + 30²)/40².
    assertThat(rows(report, "concentration"))
        .contains("model,all,downloads,counted,3,0.5,0.625,0.75,0.75,0.75,0.75,0.75");
    assertThat(rows(report, "contributors")).containsExactly("model,2,1,0.5");
    // Downloads have the ranks 1, 2, 3, likes 3, 1, 2; above 0 both are of one model only.
    assertThat(rows(report, "correlations"))
        .anyMatch(row -> row.startsWith("model,all,likes,downloads,-0.5,"))
        .contains("model,both above 0,likes,downloads,,,1");
  }

  @Test
  void saysWhoseRepositoriesAndOfWhichSubField() {
    Report report = run(HUB, Map.of("limit", "1"));
    assertThat(rows(report, "owners"))
        .contains("model,downloads,2,0.25,0.625,0.75,0.75,0.75,0.75,0.75");
    assertThat(rows(report, "top_owners"))
        .contains("model,repositories,a,2," + 2 / 3.0, "model,downloads,b,30,0.75")
        .noneMatch(row -> row.startsWith("model,downloads,a"));
    assertThat(rows(report, "sub_fields"))
        .contains(
            "model,computer_vision,1," + 1 / 3.0 + ",1,0,0",
            "model,language,1," + 1 / 3.0 + ",0,1,1",
            "space,language,0,0.0,0,0,0");
  }

  @Test
  void comparesGroupsOfLicenses() {
    Report report = run(HUB, Map.of("kinds", "models"));
    assertThat(rows(report, "license_groups"))
        .containsExactly(
            "model,first,permissive,1," + 1 / 3.0,
            "model,first,restrictive,1," + 1 / 3.0,
            "model,first,none,1," + 1 / 3.0,
            "model,all,permissive,1," + 1 / 3.0,
            "model,all,restrictive,1," + 1 / 3.0,
            "model,all,none,1," + 1 / 3.0);
    assertThat(rows(report, "unlisted_licenses")).containsExactly("model,all,our-own,1");
    // Downloads 0 | 30 | 10: H = 12/12·((1 − 2)² + (3 − 2)² + 0), which is n − 1.
    assertThat(rows(report, "license_tests"))
        .anyMatch(row -> row.matches("model,first,downloads,counted,2\\.0,2,0\\.3678.*,1\\.0,.*"));
    assertThat(rows(report, "license_pairs"))
        .anyMatch(
            row -> row.matches("model,first,downloads,counted,permissive,restrictive,.*,0.0,-1.0"))
        .anyMatch(row -> row.matches("model,first,downloads,counted,restrictive,none,.*,1.0,1.0"));
    assertThat(rows(report, "license_distributions"))
        .anyMatch(row -> row.startsWith("model,first,downloads,counted,none,1,10.0,"));
  }

  @Test
  void saysWhatWasLookedAt() {
    assertThat(run(HUB, Map.of()).coverage())
        .extracting(Report.Fact::count)
        .as("of datasets, models, spaces: there, gone; known discussions, commits, contributors")
        .containsExactly(0L, 0L, 0L, 0L, 0L, 3L, 1L, 0L, 2L, 2L, 1L, 0L, 0L, 0L, 0L);
    assertThat(run(HUB, Map.of("kinds", "spaces")).coverage()).hasSize(5);
  }

  @Test
  void drawsTailsWithTheirFitsAndLorenzCurves() {
    assertThat(run(HUB, Map.of()).figures())
        .extracting(Figure::name)
        .containsExactly(
            "tail_model_downloads",
            "tail_model_likes",
            "lorenz_model",
            "tail_space_likes",
            "lorenz_space");
    Figure.Plot tail = (Figure.Plot) run(powerLaw(), Map.of()).figures().getFirst();
    assertThat(tail.series())
        .extracting(Figure.Series::title)
        .containsExactly("observed", "power law", "lognormal");
    assertThat(tail.series().getFirst().y().getFirst()).isEqualTo(1);
    // Both begin where the tail does, at its observed share, and fall.
    for (Figure.Series line : tail.series().subList(1, 3)) {
      assertThat(line.x().getFirst()).isEqualTo(2);
      assertThat(line.y().getFirst()).isCloseTo(77 / 400.0, within(1e-12));
      assertThat(line.y()).isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }
  }

  @Test
  void saysHowPlausibleAPowerLawIs() {
    assertThat(rows(run(powerLaw(), Map.of()), "power_laws"))
        .singleElement()
        .asString()
        .startsWith("model,downloads,400,2,")
        .endsWith(",,0,not asked,not distinguishable,the power law is better");
    Report asked = run(powerLaw(), Map.of("replicates", "50"));
    assertThat(rows(asked, "power_laws"))
        .singleElement()
        .asString()
        .contains(",50,plausible,not distinguishable,");
    assertThat(run(powerLaw(), Map.of("replicates", "50"))).isEqualTo(asked);
  }

  @Test
  void aHubOfNothingOrOneModelHasAReport() {
    Report nothing = run(MemoryCatalogue.EMPTY, Map.of());
    assertThat(nothing.tables()).allMatch(table -> table.rows().isEmpty());
    assertThat(nothing.figures()).isEmpty();
    MemoryCatalogue one =
        MemoryCatalogue.EMPTY.with(
            ArtifactKind.MODEL, List.of(model("only", 0, 1, List.of()).build()));
    Report single = run(one, Map.of("replicates", "1"));
    assertThat(rows(single, "distributions"))
        .contains("model,all,likes,counted,1,0,1,1.0,1.0,1.0,1.0,,1,0.0,,");
    assertThat(rows(single, "top_owners")).contains("model,likes,only,1,1.0");
    assertThat(rows(single, "license_tests")).isEmpty();
    for (Report each : List.of(nothing, single)) {
      assertThat(
              HtmlPage.of(
                  new HtmlPage.Heading(ANALYSIS.title(), "", Map.of(), ANALYSIS.sources()), each))
          .isNotEmpty();
    }
  }

  @Test
  void badParametersAreRefused() {
    for (Map<String, String> set :
        List.of(
            Map.of("replicates", "10001"), Map.of("replicates", "-1"), Map.of("kinds", "papers"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Parameters.of(ANALYSIS.parameters(), set))
          .withMessageContaining(set.keySet().iterator().next());
    }
  }

  /**
   * Models whose downloads are about the quantiles of a power law with exponent 2.5; 77 of them,
   * those of the quantiles up to 3^−1.5, have more than 1.
   */
  private static MemoryCatalogue powerLaw() {
    return MemoryCatalogue.EMPTY.with(
        ArtifactKind.MODEL,
        LongStream.range(0, 400)
            .map(i -> (long) (0.5 * Math.pow((i + 0.5) / 400, -1 / 1.5) + 0.5))
            .mapToObj(downloads -> model("m/1", downloads, 0, List.of()).build())
            .toList());
  }

  private static Report run(MemoryCatalogue catalogue, Map<String, String> set) {
    return ANALYSIS.run(
        GraphSnapshot.empty(), catalogue, Parameters.of(ANALYSIS.parameters(), set));
  }

  private static RepositoryBuilder model(
      String id, long downloads, long likes, List<String> licenses, String... tags) {
    return new RepositoryBuilder(id).counts(downloads, likes).licenses(licenses).tags(tags);
  }
}

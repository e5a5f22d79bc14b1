package dev.clade.lineage.ecosystem.adoption;

import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.record;
import static dev.clade.lineage.ecosystem.testing.Graphs.relation;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report on five models, one of which nobody uses, and four spaces; worked by hand. */
class AdoptionAnalysisTest {
  private static final GraphSnapshot HUB =
      snapshot(
          List.of(
              model("idle/a"),
              model("meta/a"),
              model("meta/b"),
              model("gpt2"),
              space("one", "meta/a", "meta/b"),
              space("two", "meta/a", "gpt2"),
              space("none"),
              space("all", "meta/a", "meta/b", "gpt2", "meta/c")));

  private static final AdoptionAnalysis ANALYSIS = new AdoptionAnalysis();

  @Test
  void saysWhichModelsAndWhoseAreUsed() {
    Report report = run(Map.of());
    assertThat(rows(report, "adoption")).containsExactly("0,1", "1,1", "2,2", "3,1");
    assertThat(rows(report, "top_models"))
        .containsExactly("meta/a,3", "gpt2,2", "meta/b,2", "meta/c,1");
    assertThat(rows(report, "top_owners")).containsExactly("meta,3,6,3,0.75", ",1,2,2,0.25");
    // Of models Σ (2i − n − 1)·x over 0, 1, 2, 2, 3 is 14, of 5·8; of owners over 0, 2, 6 it is 12.
    assertThat(rows(report, "concentration"))
        .containsExactly("models,0.35,0.375,0.375,0.375", "owners,0.5,0.75,0.75,0.75");
    assertThat(report.coverage())
        .extracting(Report.Fact::count)
        .as("catalogued, only named, unused; spaces, idle ones, uses")
        .containsExactly(4L, 1L, 1L, 4L, 1L, 8L);
  }

  @Test
  void saysWhatIsUsedTogetherAndWhatWasLeftOut() {
    assertThat(rows(run(Map.of("limit", "3")), "co_usage"))
        .containsExactly("gpt2,meta/a,2", "meta/a,meta/b,2", "gpt2,meta/b,1");
    Report bounded = run(Map.of("largest_space", "3"));
    assertThat(rows(bounded, "co_usage")).containsExactly("gpt2,meta/a,1", "meta/a,meta/b,1");
    assertThat(rows(bounded, "co_usage_size"))
        .extracting(row -> row.substring(row.lastIndexOf(',') + 1))
        .containsExactly("2", "1", "6");
  }

  @Test
  void drawsTheTailAndTheLorenzCurve() {
    List<Figure> figures = run(Map.of()).figures();
    assertThat(figures).hasSize(2);
    Figure.Series tail = ((Figure.Plot) figures.getFirst()).series().getFirst();
    assertThat(tail.x()).containsExactly(1.0, 2.0, 3.0);
    assertThat(tail.y()).containsExactly(4 / 5.0, 3 / 5.0, 1 / 5.0);
    Figure.Series lorenz = ((Figure.Plot) figures.getLast()).series().getLast();
    assertThat(lorenz.x()).containsExactly(0.0, 1 / 5.0, 2 / 5.0, 4 / 5.0, 1.0);
    assertThat(lorenz.y()).containsExactly(0.0, 0.0, 1 / 8.0, 5 / 8.0, 1.0);
  }

  @Test
  void ofNothingItSaysNothing() {
    Report report =
        ANALYSIS.run(
            GraphSnapshot.empty(),
            MemoryCatalogue.EMPTY,
            Parameters.of(ANALYSIS.parameters(), Map.of()));
    assertThat(rows(report, "concentration")).containsExactly("models,0.0,,,", "owners,0.0,,,");
    assertThat(rows(report, "top_models")).isEmpty();
  }

  private static Report run(Map<String, String> set) {
    return ANALYSIS.run(HUB, MemoryCatalogue.EMPTY, Parameters.of(ANALYSIS.parameters(), set));
  }

  private static ArtifactRecord space(String id, String... models) {
    return record(
        "spaces/" + id,
        Arrays.stream(models)
            .map(each -> relation(RelationType.USED_IN, "models/" + each))
            .toArray(Declaration[]::new));
  }
}

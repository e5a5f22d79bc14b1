package dev.clade.lineage.ecosystem.library;

import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static dev.clade.lineage.ecosystem.testing.Reports.cells;
import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.library.DescendantLine.Point;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report on two families, one of a parent that others only name; worked by hand. */
class LibraryAnalysisTest {
  private static final LibraryAnalysis ANALYSIS = new LibraryAnalysis();
  private static final GraphSnapshot HUB =
      snapshot(
          List.of(
              model("base"),
              model("kept", "base"),
              model("lost", "base"),
              model("none", "base"),
              model("gone", "base"),
              model("orphan", "unknown"),
              model("last", "kept")));
  private static final List<Repository> MODELS =
      List.of(
          known("base", 1_000, "transformers", "safetensors", "en"),
          known("gone", 9_999, "transformers", "gguf"),
          known("kept", 10, "transformers", "safetensors"),
          known("last", 90, "transformers"),
          known("lost", 5, "gguf"),
          known("none", 0, ""),
          known("orphan", 7, "transformers", "onnx"));

  @Test
  void saysWhichLibrariesAreKept() {
    Report report = run(HUB, MODELS);
    // base to kept and lost, kept to last; none has no library, and of unknown nothing is known.
    assertThat(rows(report, "kept_libraries"))
        .containsExactly(
            "transformers,3,2,0.6666666666666666,3,2",
            "onnx,0,0,,1,1",
            "safetensors,3,1,0.3333333333333333,1,1",
            "gguf,0,0,,1,0");
    assertThat(report.coverage())
        .extracting(Report.Fact::count)
        .as("catalogued, without library, derivations, with both, parents only named")
        .containsExactly(6L, 1L, 5L, 3L, 1L);
  }

  @Test
  void saysHowManyWereDerivedFromEach() {
    Report report = run(HUB, MODELS);
    assertThat(cells(report, "descendants").getFirst())
        .startsWith("5", "3", Double.toString(5 / 3.0))
        .endsWith("3", "2", Double.toString(2 / 3.0));
    assertThat(rows(report, "parents_by_descendants")).containsExactly("1,2", "3,1");
    assertThat(rows(report, "top_parents"))
        .containsExactly("base,3,1000,15", "kept,1,10,90", "unknown,1,unknown,7");
    assertThat(report.figures()).hasSize(2);
  }

  /** Downloads of descendants are 15, 90 and 7; own ones are known of two parents only. */
  @Test
  void drawsALineThroughTheLogarithms() {
    List<List<String>> lines = cells(run(HUB, MODELS), "descendants_by_downloads");
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("of descendants", "all parents", "3");
    DescendantLine line =
        DescendantLine.of(List.of(new Point(1, 1), new Point(100, 10), new Point(10_000, 100)))
            .orElseThrow();
    assertThat(line.slope().value()).isCloseTo(.5, within(1e-6));
    assertThat(line.intercept().value()).isCloseTo(0, within(1e-5));
    assertThat(line.correlation()).isCloseTo(1, within(1e-9));
    assertThat(line.at(1_000_000)).isCloseTo(1_000, within(.1));
    assertThat(DescendantLine.of(List.of(new Point(7, 1), new Point(7, 2), new Point(7, 3))))
        .isEmpty();
    assertThat(Point.different(List.of(new Point(7, 1), new Point(0, 1), new Point(7, 1))))
        .containsExactly(new Point(0, 1), new Point(7, 1));
  }

  @Test
  void ofLittleItSaysLittle() {
    for (GraphSnapshot hub : List.of(GraphSnapshot.empty(), snapshot(List.of(model("one"))))) {
      Report report = run(hub, List.of(known("one", 0, "")));
      assertThat(rows(report, "descendants")).containsExactly("0,0,,,,,0,0,");
      assertThat(rows(report, "kept_libraries")).isEmpty();
      assertThat(rows(report, "descendants_by_downloads")).isEmpty();
    }
    assertThat(rows(run(HUB, List.of()), "descendants").getFirst()).startsWith("6,3,2.0");
  }

  private static Repository known(String id, long downloads, String library, String... tags) {
    RepositoryBuilder model =
        new RepositoryBuilder(id).counts(downloads, 0).uses("", library).tags(tags);
    return (id.equals("gone") ? model.deleted() : model).build();
  }

  private static Report run(GraphSnapshot hub, List<Repository> models) {
    return ANALYSIS.run(
        hub,
        MemoryCatalogue.EMPTY.with(ArtifactKind.MODEL, models),
        Parameters.of(ANALYSIS.parameters(), Map.of()));
  }
}

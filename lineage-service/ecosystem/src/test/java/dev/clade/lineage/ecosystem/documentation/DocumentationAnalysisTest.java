package dev.clade.lineage.ecosystem.documentation;

import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static dev.clade.lineage.ecosystem.testing.Reports.cells;
import static dev.clade.lineage.ecosystem.testing.Reports.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The report on a base, four models derived from it and one that is gone; worked by hand. */
class DocumentationAnalysisTest {
  private static final DocumentationAnalysis ANALYSIS = new DocumentationAnalysis();
  private static final GraphSnapshot HUB =
      snapshot(
          List.of(
              model("base"),
              model("bare", "some"),
              model("gone", "base"),
              model("some", "base"),
              model("unread", "base")));
  private static final List<Repository> MODELS =
      List.of(
          new RepositoryBuilder("bare").card(Card.NONE).build(),
          new RepositoryBuilder("base")
              .counts(50, 1)
              .uses("text-generation", "transformers")
              .licenses(List.of("mit"))
              .languages(List.of("de", "en"))
              .tags("dataset:glue", "arxiv:1", "base_model:none", "license:mit")
              .card(new Card(100, false))
              .build(),
          new RepositoryBuilder("gone").counts(99, 9).card(new Card(9, true)).deleted().build(),
          new RepositoryBuilder("some")
              .counts(9, 3)
              .uses("text-generation", "transformers")
              .languages(List.of("en"))
              .tags("dataset:", "arxiv", "region:us")
              .card(new Card(40, true))
              .build(),
          new RepositoryBuilder("unread").tags("base_model:base").build());

  @Test
  void countsTheFieldsThatModelsHave() {
    Report report = run(HUB, MODELS);
    assertThat(rows(report, "fields"))
        .containsExactly(
            "arxiv,1,0.25",
            "base_model,2,0.5",
            "dataset,1,0.25",
            "language,2,0.5",
            "library_name,2,0.5",
            "license,1,0.25",
            "pipeline_tag,2,0.5");
    assertThat(rows(report, "fields_present")).containsExactly("0,1", "1,1", "3,1", "7,1");
    assertThat(report.coverage())
        .extracting(Report.Fact::count)
        .as("there, card not looked for, derivations, both cards known, both tell languages")
        .containsExactly(4L, 1L, 3L, 2L, 1L);
  }

  /** By every measure base and some are the top, with 7 and 3 of 7; below are none and 1. */
  @Test
  void comparesTopAndBottom() {
    List<List<String>> found = cells(run(HUB, MODELS), "top_bottom");
    assertThat(found.stream().map(List::getFirst))
        .containsExactly("dependents", "downloads", "likes");
    for (List<String> row : found) {
      assertThat(row.subList(1, 3)).containsExactly("2", Double.toString((1 + 3 / 7.0) / 2));
      assertThat(Double.parseDouble(row.get(3))).isEqualTo(1 / 14.0);
      assertThat(row.getLast()).isEqualTo("no");
    }
  }

  @Test
  void countsCardsAndTheirChanges() {
    Report report = run(HUB, MODELS);
    assertThat(cells(report, "cards").getFirst())
        .startsWith("3", "2", Double.toString(2 / 3.0), "1", "0.5", "70.0")
        .endsWith("70.0", "85.0", "100");
    assertThat(rows(report, "card_changes"))
        .containsExactly(
            "having a card,2,1.0,0.5,-0.5",
            "\"being generated automatically, both with a card\",1,0.0,1.0,1.0",
            "\"length in characters, both with a card\",1,100.0,40.0,-60.0",
            "\"languages, both with any\",1,2.0,1.0,-1.0");
    Figure.Plot lengths = (Figure.Plot) report.figures().getLast();
    assertThat(lengths.series().getFirst().y()).hasSize(101).startsWith(40.0).endsWith(100.0);
  }

  @Test
  void ofLittleItSaysLittle() {
    Report empty = run(GraphSnapshot.empty(), List.of());
    assertThat(rows(empty, "fields")).hasSize(7).first().isEqualTo("arxiv,0,");
    assertThat(rows(empty, "cards")).containsExactly("0,0,,0,,,,,,,0");
    Report one = run(GraphSnapshot.empty(), List.of(new RepositoryBuilder("one").build()));
    assertThat(rows(one, "top_bottom")).isEmpty();
    assertThat(rows(one, "fields_present")).containsExactly("0,1");
    Report same =
        run(
            GraphSnapshot.empty(),
            List.of("a", "b", "c", "d").stream()
                .map(id -> new RepositoryBuilder(id).build())
                .toList());
    assertThat(rows(same, "top_bottom"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).endsWith(",no"));
  }

  private static Report run(GraphSnapshot hub, List<Repository> models) {
    return ANALYSIS.run(
        hub,
        MemoryCatalogue.EMPTY.with(ArtifactKind.MODEL, models),
        Parameters.of(ANALYSIS.parameters(), Map.of()));
  }
}

package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.Analyses;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.documentation.DocumentationAnalysis;
import dev.clade.lineage.ecosystem.drift.DriftAnalysis;
import dev.clade.lineage.ecosystem.evolution.EvolutionAnalysis;
import dev.clade.lineage.ecosystem.library.LibraryAnalysis;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.reuse.ReuseAnalysis;
import dev.clade.lineage.ecosystem.structure.StructureAnalysis;
import dev.clade.lineage.ecosystem.testing.MemoryCatalogue;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.report.render.Csv;
import dev.clade.report.render.HtmlPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reports that need models and datasets of one day only, of the real hub; the figures that they
 * are made of have tests of their own.
 */
class HubReportsTest {
  static Stream<Analysis> analyses() {
    return Stream.of(
        new DocumentationAnalysis(),
        new DriftAnalysis(),
        new EvolutionAnalysis(),
        new LibraryAnalysis(),
        new ReuseAnalysis(),
        new StructureAnalysis());
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void runsAndIsTheSameTwice(Analysis analysis) {
    Parameters parameters = Parameters.of(analysis.parameters(), Map.of());
    Catalogue catalogue = HubCatalogue.load();
    long start = System.nanoTime();
    Report report = analysis.run(Hub.load().snapshot(), catalogue, parameters);
    System.out.printf("%s took %.2f s.%n", analysis.name(), (System.nanoTime() - start) / 1e9);
    HtmlPage.Heading heading =
        new HtmlPage.Heading(analysis.title(), "", parameters.values(), analysis.sources());

    Report again = analysis.run(Hub.load().snapshot(), catalogue, parameters);

    assertThat(again).isEqualTo(report);
    assertThat(HtmlPage.of(heading, again)).isEqualTo(HtmlPage.of(heading, report));
    assertThat(report.tables())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.rows()).isNotEmpty());
    assertThat(report.tables()).extracting(Table::name).doesNotHaveDuplicates();
    report.tables().forEach(each -> assertThat(Csv.of(each)).startsWith(header(each)));
  }

  private static String header(Table table) {
    return String.join(",", table.columns().stream().map(Table.Column::name).toList());
  }

  /** As {@link HubStructureTest} and {@link HubDriftTest} have them from other programs. */
  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatTheStudiesFound(String analysis, String table, List<String> row) {
    Analysis asked = Analyses.of(JudgedMessages.NONE).find(analysis).orElseThrow();
    Report report =
        asked.run(
            Hub.load().snapshot(),
            MemoryCatalogue.EMPTY,
            Parameters.of(asked.parameters(), Map.of()));
    assertThat(Reports.rows(report, table)).contains(String.join(",", row));
  }

  static Stream<Object[]> rows() {
    return Stream.of(
        new Object[] {"structure", "size", List.of("derivations", "84044.0")},
        new Object[] {"structure", "degrees", List.of("1", "77188", "74045", "6191")},
        new Object[] {"structure", "degree_thresholds", List.of("2", "3710", "5279")},
        new Object[] {
          "structure", "top_bases", List.of("distilbert/distilbert-base-uncased", "3493")
        },
        new Object[] {"structure", "license_changes", List.of("no_overlap", "4068", "5908")},
        new Object[] {
          "drift", "mutation_rates", List.of("task", "" + 13_115 / 36_003.0, "13115.0", "36003")
        });
  }
}

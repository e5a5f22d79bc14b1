package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.v1.Analysis;
import dev.clade.lineage.v1.Report;
import dev.clade.lineage.v1.Source;
import dev.clade.lineage.v1.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportViewTest {
  private static final Report REPORT =
      Report.newBuilder()
          .setName("reports/structure-1-0123456789ab-170")
          .setTitle("The shape")
          .setSnapshotSequence(170)
          .addCoverage(Report.Fact.newBuilder().setDescription("models").setCount(1_234))
          .addNotes("Read it so.")
          .addTables(
              Table.newBuilder()
                  .setName("sizes")
                  .setTitle("Sizes")
                  .addColumns(column("what", "What", Table.Type.TYPE_TEXT))
                  .addColumns(column("count", "Count", Table.Type.TYPE_WHOLE))
                  .addColumns(column("share", "Share", Table.Type.TYPE_REAL))
                  .addRows(row("models", 1_234_567, 1 / 3.0))
                  .addRows(row("spaces", 2, 3.192e-7))
                  .addRows(row("papers", 0, Double.NaN)))
          .build();

  @Test
  void aReportIsTablesBetweenWhatItCoversAndHowToReadIt() {
    assertThat(ReportView.render(REPORT, 20))
        .isEqualTo(
            """
            The shape
            reports/structure-1-0123456789ab-170; feed at 170

            covered  count
            models   1,234

            Sizes (sizes)
            What        Count     Share
            models  1,234,567  0.333333
            spaces          2  3.19e-07
            papers          0         –

            - Read it so.
            """);
  }

  @Test
  void longTablesAreCutAndSaySo() {
    assertThat(ReportView.render(REPORT, 1))
        .contains("models  1,234,567")
        .contains("… 2 more rows");
  }

  @Test
  void analysesTellWhatCanBeSet() {
    Analysis analysis =
        Analysis.newBuilder()
            .setName("structure")
            .setTitle("The shape")
            .addSources(Source.newBuilder().setCitation("A study").setLocator("arXiv:1"))
            .addParameters(
                Analysis.Parameter.newBuilder()
                    .setName("limit")
                    .setDefaultValue("20")
                    .setDescription("Rows.")
                    .setRule("must be a whole number from 1 to 9"))
            .build();
    assertThat(ReportView.render(List.of(analysis)))
        .isEqualTo(
            """
            structure: The shape
              after A study (arXiv:1)
              limit=20  Rows. It must be a whole number from 1 to 9.
            """);
  }

  private static Table.Column column(String name, String title, Table.Type type) {
    return Table.Column.newBuilder().setName(name).setTitle(title).setType(type).build();
  }

  private static Table.Row row(String text, long whole, double real) {
    return Table.Row.newBuilder()
        .addCells(Table.Cell.newBuilder().setText(text))
        .addCells(Table.Cell.newBuilder().setWhole(whole))
        .addCells(Table.Cell.newBuilder().setReal(real))
        .build();
  }
}

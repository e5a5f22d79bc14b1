package dev.clade.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void aReportIsReadableAsItStands() {
    Table table =
        Table.named("t", "Shares")
            .text("name", "Name")
            .real("share", "Share")
            .row("a|b\\c\nd", 0.25)
            .row("none", Double.NaN)
            .build();
    assertThat(
            Markdown.of(
                new HtmlPage.Heading(
                    "Title", "Basis.", Map.of("seed", "1"), List.of(new Source("Author", "here"))),
                new Report(
                    List.of(new Report.Fact("rows", 1_234)),
                    List.of(table),
                    List.of(),
                    List.of("A note."))))
        .isEqualTo(
            """
            # Title

            Basis.

            | what | |
            | --- | ---: |
            | seed | 1 |
            | rows | 1,234 |

            ## Defined in

            - Author (here)

            ## How to read it

            - A note.

            ## Shares

            | Name | Share |
            | --- | ---: |
            | a\\|b\\\\c d | 0.25 |
            | none | – |
            """);
  }
}

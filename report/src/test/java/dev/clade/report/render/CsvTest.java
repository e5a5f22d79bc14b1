package dev.clade.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.report.Table;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void writesWhatTheStandardSays() {
    Table table =
        Table.named("t", "T")
            .text("name", "Name")
            .whole("count", "Count")
            .real("share", "Share")
            .row("plain", 1_000_000, 0.1)
            .row("with, comma", -1, 1e-300)
            .row("with \"quotes\"", 0, Double.NaN)
            .row("two\nlines", 2, 1 / 3.0)
            .build();
    assertThat(Csv.of(table))
        .isEqualTo(
            "name,count,share\r\n"
                + "plain,1000000,0.1\r\n"
                + "\"with, comma\",-1,1.0E-300\r\n"
                + "\"with \"\"quotes\"\"\",0,\r\n"
                + "\"two\nlines\",2,0.3333333333333333\r\n");
  }

  @Test
  void aNameIsNoFormula() {
    Table table = Table.named("t", "T").text("name", "Name").row("=HYPERLINK(1)").build();
    assertThat(Csv.of(table)).isEqualTo("name\r\n'=HYPERLINK(1)\r\n");
  }
}

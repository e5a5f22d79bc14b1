package dev.clade.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.report.Table;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void textStandsToTheLeftAndNumbersToTheRight() {
    Table table =
        Table.named("values", "What they are worth")
            .text("who", "who")
            .real("value", "value")
            .whole("images", "images")
            .row("first", 0.25, 12_345)
            .row("b", Double.NaN, 7)
            .build();
    assertThat(PlainText.of(table))
        .isEqualTo(
            """
            What they are worth (values)
            who    value  images
            first   0.25  12,345
            b          –       7
            """);
  }
}
